package org.breathline.study.target;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.structure.ContourStack;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.Occupancy;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.structure.Structure;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.structure.StructureFinding;
import org.breathline.exchange.structure.StructureSet;
import org.breathline.exchange.structure.StructureSetReader;
import org.breathline.study.InputException;
import org.breathline.study.UsageException;
import org.breathline.study.phases.SortedSource;
import org.breathline.study.report.Block.Notice;
import org.breathline.study.report.Block.Severity;

/**
 * The tumour as it was drawn, on a grid of its own: that of the 4DCT with steps of at most {@value
 * #STEP_MM} mm, because a small tumour on coarse voxels loses volume at every step.
 *
 * @param structure as it is in the structure set
 * @param referencePercent the phase it was drawn on
 * @param region where it is
 * @param barrier what its margin neither enters nor crosses; empty for nothing
 * @param notices what was tolerated
 */
record DrawnTarget(
    Structure structure,
    double referencePercent,
    LevelSet region,
    RunLengthMask barrier,
    List<Notice> notices) {

  private static final int MOST_NAMES = 20;

  /** The longest step of the grid that targets are worked on, mm. */
  static final double STEP_MM = 2;

  /** A barrier is looked at as far as the margin, and this much more, reaches, mm. */
  private static final double BARRIER_MM = 10;

  DrawnTarget {
    notices = List.copyOf(notices);
  }

  /**
   * Reads the structure set of a request.
   *
   * @throws UsageException if there is no such structure, or nothing says which phase it is on
   * @throws InputException if the set is another patient's or in another frame of reference, or the
   *     structure lies outside of the images
   */
  static DrawnTarget read(TargetRequest request, SortedSource source)
      throws IOException, InputException {
    if (!Files.isRegularFile(request.structures())) {
      throw new UsageException(request.structures() + " is not a file.");
    }
    StructureSet set = StructureSetReader.read(request.structures());
    CtSlice slice = source.allSlices().getFirst();
    requireSamePatient(request, set, slice);
    List<Notice> notices = new ArrayList<>();
    for (StructureFinding finding : set.findings()) {
      notices.add(new Notice(Severity.NOTE, "Structure set: " + finding.words() + "."));
    }
    double reference = reference(request, set, source);
    Structure target = find(request, set, request.target());
    Occupancy occupancy = occupancy(request, target, source.grid(), notices);
    if (occupancy.mask().isEmpty()) {
      throw new InputException(
          "%s: \"%s\" lies outside of the images, or holds no voxel of them."
              .formatted(request.structures(), target.name()));
    }
    Grid fine = fine(source.grid());
    LevelSet region = occupancy.levelSet().onto(fine);
    RunLengthMask barrier = RunLengthMask.empty(fine);
    GridBox near =
        region.box().grown((int) Math.ceil((request.ctvMarginMm() + BARRIER_MM) / shortest(fine)));
    for (String name : request.barriers()) {
      Structure structure = find(request, set, name);
      LevelSet drawn = occupancy(request, structure, source.grid(), notices).levelSet();
      barrier = barrier.union(drawn.onto(fine, near).mask());
    }
    return new DrawnTarget(target, reference, region, barrier, notices);
  }

  /** The grid to work on; that of the images where a finer one would not fit an array. */
  private static Grid fine(Grid grid) {
    Grid planes = planes(grid);
    int alongK = steps(grid.spacing().z());
    boolean fits = (long) planes.size() * alongK < Integer.MAX_VALUE / 2;
    return fits ? planes.refined(1, 1, alongK) : grid;
  }

  /** The slices of the images, with the steps within them that targets are worked on. */
  static Grid planes(Grid grid) {
    int alongI = steps(grid.spacing().x());
    int alongJ = steps(grid.spacing().y());
    boolean fits = (long) grid.size() * alongI * alongJ < Integer.MAX_VALUE / 2;
    return fits ? grid.refined(alongI, alongJ, 1) : grid;
  }

  private static int steps(double spacingMm) {
    return (int) Math.max(1, Math.ceil(spacingMm / STEP_MM - 1e-9));
  }

  private static double shortest(Grid grid) {
    return Math.min(Math.min(grid.spacing().x(), grid.spacing().y()), grid.spacing().z());
  }

  private static void requireSamePatient(TargetRequest request, StructureSet set, CtSlice slice)
      throws InputException {
    Optional<String> drawnOn = set.patientId();
    if (drawnOn.isPresent()
        && slice.patientId().isPresent()
        && !drawnOn.equals(slice.patientId())) {
      throw new InputException(
          "%s is the structure set of another patient than %s."
              .formatted(request.structures(), request.scan()));
    }
    if (!set.isInFrame(slice.frameOfReferenceUid())) {
      throw new InputException(
          "%s is in another frame of reference than %s: its contours are nowhere in these images."
              .formatted(request.structures(), request.scan()));
    }
  }

  private static double reference(TargetRequest request, StructureSet set, SortedSource source) {
    if (request.referencePercent().isPresent()) {
      return source.nearest(request.referencePercent().getAsDouble());
    }
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
          request.structures()
              + " does not say which phase it was drawn on; say it with --reference.");
    }
    return best;
  }

  private static Structure find(TargetRequest request, StructureSet set, String name) {
    return set.find(name)
        .orElseThrow(() ->
            new UsageException(
                "%s has no structure \"%s\"; it has %s."
                    .formatted(
                        request.structures(),
                        name,
                        set.structures().stream()
                            .limit(MOST_NAMES)
                            .map(s -> "\"" + s.name() + "\"")
                            .collect(Collectors.joining(", ")))));
  }

  private static Occupancy occupancy(
      TargetRequest request, Structure structure, Grid grid, List<Notice> notices)
      throws InputException {
    ContourStack stack;
    try {
      stack = ContourStack.of(structure.contours(), grid);
    } catch (IllegalArgumentException e) {
      throw new InputException(
          "%s: \"%s\": %s.".formatted(request.structures(), structure.name(), e.getMessage()));
    }
    for (double gap : stack.gapsMm()) {
      notices.add(
          new Notice(
              Severity.WARNING,
              String.format(
                  Locale.ROOT,
                  "\"%s\" has no contour over %.1f mm, where its contours are %.1f mm apart elsewhere; nothing was put there.",
                  structure.name(),
                  gap,
                  stack.usualDistanceMm())));
    }
    return stack.occupancy();
  }
}
