package org.breathline.exchange.structure;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.breathline.core.structure.Structure;

/**
 * An RT Structure Set as read.
 *
 * @param label its label
 * @param sopInstanceUid its own UID
 * @param patientId whose it is: to be compared, never shown
 * @param framesOfReference the coordinate systems its contours are in, usually one
 * @param images the images that it says it was drawn on; they need not be at hand
 * @param structures in the order of the file
 * @param findings what was tolerated or left out
 */
public record StructureSet(
    String label,
    String sopInstanceUid,
    Optional<String> patientId,
    List<String> framesOfReference,
    List<ReferencedSeries> images,
    List<Structure> structures,
    List<StructureFinding> findings) {

  /** Keeps copies of the lists. */
  public StructureSet {
    framesOfReference = List.copyOf(framesOfReference);
    images = List.copyOf(images);
    structures = List.copyOf(structures);
    findings = List.copyOf(findings);
  }

  /** The structure of a name: exactly, or else the only one that is the same but for case. */
  public Optional<Structure> find(String name) {
    Optional<Structure> exact = structures.stream().filter(s -> s.name().equals(name)).findFirst();
    if (exact.isPresent()) {
      return exact;
    }
    List<Structure> alike =
        structures.stream()
            .filter(s ->
                s.name()
                    .strip()
                    .toLowerCase(Locale.ROOT)
                    .equals(name.strip().toLowerCase(Locale.ROOT)))
            .toList();
    return alike.size() == 1 ? Optional.of(alike.getFirst()) : Optional.empty();
  }

  /** All images that it says it was drawn on. */
  public Set<String> imageUids() {
    Set<String> all = new HashSet<>();
    images.forEach(series -> all.addAll(series.imageUids()));
    return all;
  }

  /** How many of these images it says it was drawn on. */
  public int referencesTo(Collection<String> sopInstanceUids) {
    Set<String> all = imageUids();
    return (int) sopInstanceUids.stream().filter(all::contains).count();
  }

  /** Whether it is in a coordinate system, or says none. */
  public boolean isInFrame(String frameOfReferenceUid) {
    return framesOfReference.isEmpty() || framesOfReference.contains(frameOfReferenceUid);
  }

  /** Not the record's own text, which would show whose it is. */
  @Override
  public String toString() {
    return "structure set of " + structures.size() + " structures";
  }
}
