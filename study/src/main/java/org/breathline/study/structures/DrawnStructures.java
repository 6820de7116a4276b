package org.breathline.study.structures;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breathline.core.geometry.Grid;
import org.breathline.core.structure.ContourStack;
import org.breathline.core.structure.Occupancy;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.structure.Structure;
import org.breathline.core.structure.StructureType;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.structure.StructureSet;
import org.breathline.exchange.structure.StructureSetReader;
import org.breathline.study.InputException;
import org.breathline.study.UsageException;
import org.breathline.study.output.Digests;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.SortedSource;

/**
 * A structure set that was drawn on a phase of a 4DCT.
 *
 * @param file where it was read from
 * @param set what it holds
 * @param grid of the 4DCT
 * @param referencePercent the phase it was drawn on
 * @param input its digest
 */
public record DrawnStructures(
    Path file, StructureSet set, Grid grid, double referencePercent, Provenance.Input input) {

  private static final int MOST_NAMES = 20;

  /** One structure on the grid of the 4DCT. */
  public record Drawn(String name, StructureType type, RunLengthMask mask) {}

  /**
   * The structures that have a volume in the images.
   *
   * @param drawn in the order of the set, at least one
   * @param warnings what was tolerated or left out
   */
  public record Masks(List<Drawn> drawn, List<String> warnings) {

    /** Copies the lists. */
    public Masks {
      drawn = List.copyOf(drawn);
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * One structure's share of every voxel.
   *
   * @param occupancy on the grid of the 4DCT; may be empty
   * @param warnings where contours are missing
   */
  public record Filled(Occupancy occupancy, List<String> warnings) {

    /** Copies the list. */
    public Filled {
      warnings = List.copyOf(warnings);
    }
  }

  /**
   * Reads a structure set.
   *
   * @param reference the phase it was drawn on; empty: the one whose images it names
   * @throws UsageException if it is not there, or nothing says which phase it is on
   * @throws InputException if it is another patient's or in another frame of reference
   */
  public static DrawnStructures read(Path file, SortedSource source, Optional<Double> reference)
      throws IOException, InputException {
    if (!Files.isRegularFile(file)) {
      throw new UsageException(file + " is not a file.");
    }
    StructureSet set = StructureSetReader.read(file);
    CtSlice slice = source.allSlices().getFirst();
    if (set.patientId().isPresent()
        && slice.patientId().isPresent()
        && !set.patientId().equals(slice.patientId())) {
      throw new InputException(file + " is the structure set of another patient than the 4DCT.");
    }
    if (!set.isInFrame(slice.frameOfReferenceUid())) {
      throw new InputException(
          file
              + " is in another frame of reference than the 4DCT: its contours are nowhere in these"
              + " images.");
    }
    return new DrawnStructures(
        file,
        set,
        source.grid(),
        reference.isPresent() ? source.nearest(reference.get()) : drawnOn(set, source, file),
        new Provenance.Input("structures", 1, Digests.ofFile(file)));
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

  /** What was tolerated in reading, in words. */
  public List<String> findings() {
    return set.findings().stream().map(f -> "Structure set: " + f.words() + ".").toList();
  }

  /**
   * A structure by its name.
   *
   * @throws UsageException if there is none, saying which there are
   */
  public Structure find(String name) {
    return set.find(name)
        .orElseThrow(() ->
            new UsageException(
                "%s has no structure \"%s\"; it has %s."
                    .formatted(
                        file,
                        name,
                        set.structures().stream()
                            .limit(MOST_NAMES)
                            .map(s -> "\"" + s.name() + "\"")
                            .collect(Collectors.joining(", ")))));
  }

  /**
   * The tumour: the structure of a name, or the first GTV, else the first other target.
   *
   * @throws UsageException if there is none
   */
  public Structure tumour(Optional<String> name) {
    return name.map(this::find)
        .or(() -> set.structures().stream().filter(s -> s.type() == StructureType.GTV).findFirst())
        .or(() -> set.structures().stream().filter(s -> s.type().isTarget()).findFirst())
        .orElseThrow(
            () -> new UsageException(file + " names no target; say which it is with --target."));
  }

  /**
   * Fills a structure of the set.
   *
   * @throws InputException if its contours describe no volume
   */
  public Filled fill(Structure structure) throws InputException {
    ContourStack stack;
    try {
      stack = ContourStack.of(structure.contours(), grid);
    } catch (IllegalArgumentException e) {
      throw new InputException("%s: \"%s\": %s.".formatted(file, structure.name(), e.getMessage()));
    }
    List<String> warnings = new ArrayList<>();
    for (double gap : stack.gapsMm()) {
      warnings.add(
          String.format(
              Locale.ROOT,
              "\"%s\" has no contour over %.1f mm, where its contours are %.1f mm apart elsewhere;"
                  + " nothing was put there.",
              structure.name(),
              gap,
              stack.usualDistanceMm()));
    }
    return new Filled(stack.occupancy(), warnings);
  }

  /**
   * Every structure that has a volume in the images.
   *
   * @throws InputException if none has
   */
  public Masks masks() throws InputException {
    List<String> warnings = new ArrayList<>(findings());
    List<Drawn> drawn = new ArrayList<>();
    for (Structure structure : set.structures()) {
      try {
        Filled filled = fill(structure);
        RunLengthMask mask = filled.occupancy().mask();
        warnings.addAll(filled.warnings());
        if (mask.isEmpty()) {
          warnings.add("\"%s\" has no voxel in the images.".formatted(structure.name()));
        } else {
          drawn.add(new Drawn(structure.name(), structure.type(), mask));
        }
      } catch (InputException e) {
        warnings.add(
            "\"%s\" is left out: its contours make no volume.".formatted(structure.name()));
      }
    }
    if (drawn.isEmpty()) {
      throw new InputException(file + " holds no structure with a volume in these images.");
    }
    return new Masks(drawn, warnings);
  }
}
