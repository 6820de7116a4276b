package org.breathline.study.motion;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.structure.ContourStack;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.structure.Structure;
import org.breathline.core.structure.StructureType;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.structure.StructureSet;
import org.breathline.exchange.structure.StructureSetReader;
import org.breathline.study.InputException;
import org.breathline.study.UsageException;
import org.breathline.study.phases.SortedSource;

/**
 * The structures of a structure set that have a volume in the images of a 4DCT.
 *
 * @param referencePercent the phase they were drawn on
 * @param structures in the order of the set, at least one
 * @param warnings what was tolerated or left out
 */
record DrawnStructures(double referencePercent, List<Drawn> structures, List<String> warnings) {

  /** One structure on the grid of the 4DCT. */
  record Drawn(String name, StructureType type, RunLengthMask mask) {}

  DrawnStructures {
    structures = List.copyOf(structures);
    warnings = List.copyOf(warnings);
  }

  /**
   * Reads a structure set.
   *
   * @param reference the phase it was drawn on; empty: the one whose images it names
   * @throws UsageException if it is not there, or nothing says which phase it is on
   * @throws InputException if it is another patient's, in another frame of reference, or none of
   *     its structures has a voxel in the images
   */
  static DrawnStructures read(Path file, SortedSource source, Optional<Double> reference)
      throws IOException, InputException {
    if (!Files.isRegularFile(file)) {
      throw new UsageException(file + " is not a file.");
    }
    StructureSet set = StructureSetReader.read(file);
    CtSlice slice = source.allSlices().getFirst();
    boolean other =
        set.patientId().isPresent()
            && slice.patientId().isPresent()
            && !set.patientId().equals(slice.patientId());
    if (other || !set.isInFrame(slice.frameOfReferenceUid())) {
      throw new InputException(
          "%s is %s than the 4DCT."
              .formatted(file, other ? "of another patient" : "in another frame of reference"));
    }
    List<String> warnings = new ArrayList<>();
    set.findings().forEach(f -> warnings.add("Structure set: " + f.words() + "."));
    List<Drawn> drawn = new ArrayList<>();
    for (Structure structure : set.structures()) {
      try {
        RunLengthMask mask =
            ContourStack.of(structure.contours(), source.grid()).occupancy().mask();
        if (mask.isEmpty()) {
          warnings.add("\"%s\" has no voxel in the images.".formatted(structure.name()));
        } else {
          drawn.add(new Drawn(structure.name(), structure.type(), mask));
        }
      } catch (IllegalArgumentException e) {
        warnings.add("\"%s\" is left out: %s.".formatted(structure.name(), e.getMessage()));
      }
    }
    if (drawn.isEmpty()) {
      throw new InputException(file + " holds no structure with a volume in these images.");
    }
    return new DrawnStructures(
        reference.isPresent() ? source.nearest(reference.get()) : drawnOn(set, source, file),
        drawn,
        warnings);
  }

  private static double drawnOn(StructureSet set, SortedSource source, Path file) {
    double best = Double.NaN;
    int most = 0;
    for (double percent : source.percents()) {
      List<String> images =
          source.stack(percent).slices().stream().map(CtSlice::sopInstanceUid).toList();
      int references = set.referencesTo(images);
      if (references > most) {
        most = references;
        best = percent;
      }
    }
    if (most == 0) {
      throw new UsageException(
          file + " does not say which phase it was drawn on; say it with --reference.");
    }
    return best;
  }

  /** What motion is managed for: the first gross, else the first other target. */
  Optional<Drawn> target() {
    return structures.stream()
        .filter(s -> s.type() == StructureType.GTV)
        .findFirst()
        .or(() -> structures.stream().filter(s -> s.type().isTarget()).findFirst());
  }
}
