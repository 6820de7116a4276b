package org.breathline.study.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.motion.TumourTrack;
import org.breathline.core.structure.Contour;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.Occupancy;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.structure.Structure;
import org.breathline.study.InputException;
import org.breathline.study.UsageException;
import org.breathline.study.report.Block.Notice;
import org.breathline.study.report.Block.Severity;
import org.breathline.study.structures.DrawnStructures;

/**
 * The tumour of one phase, on a grid of its own: that of the 4DCT with steps of at most {@value
 * #STEP_MM} mm, because a small tumour on coarse voxels loses volume at every step.
 *
 * @param name as it is called
 * @param contours as a person drew them; empty for one that was clicked
 * @param referencePercent the phase it was drawn on
 * @param region where it is
 * @param barrier what its margin neither enters nor crosses; empty for nothing
 * @param notices what was tolerated
 */
public record GrossTumour(
    String name,
    Optional<List<Contour>> contours,
    double referencePercent,
    LevelSet region,
    RunLengthMask barrier,
    List<Notice> notices) {

  /** The longest step of the grid that targets are worked on, mm. */
  static final double STEP_MM = 2;

  /** A barrier is looked at as far as the margin, and this much more, reaches, mm. */
  private static final double BARRIER_MM = 10;

  /** Copies the list. */
  public GrossTumour {
    notices = List.copyOf(notices);
  }

  /**
   * The tumour of a structure set.
   *
   * @param name of the tumour; empty: the first GTV, else the first other target
   * @throws UsageException if there is no such structure
   * @throws InputException if the structure lies outside of the images or is no volume
   */
  public static GrossTumour drawn(DrawnStructures set, Optional<String> name, TargetRecipe recipe)
      throws InputException {
    List<Notice> notices = new ArrayList<>();
    set.findings().forEach(f -> notices.add(new Notice(Severity.NOTE, f)));
    Structure target = set.tumour(name);
    Occupancy occupancy = filled(set, target, notices);
    if (occupancy.mask().isEmpty()) {
      throw new InputException(
          "%s: \"%s\" lies outside of the images, or holds no voxel of them."
              .formatted(set.file(), target.name()));
    }
    Grid fine = fine(set.grid());
    LevelSet region = occupancy.levelSet().onto(fine);
    RunLengthMask barrier = RunLengthMask.empty(fine);
    GridBox near =
        region.box().grown((int) Math.ceil((recipe.ctvMarginMm() + BARRIER_MM) / shortest(fine)));
    for (String each : recipe.barriers()) {
      LevelSet wall = filled(set, set.find(each), notices).levelSet();
      barrier = barrier.union(wall.onto(fine, near).mask());
    }
    return new GrossTumour(
        target.name(),
        Optional.of(target.contours()),
        set.referencePercent(),
        region,
        barrier,
        notices);
  }

  /**
   * The tumour that was found at a click.
   *
   * @param referencePercent the phase of the track that is taken
   * @throws UsageException if the recipe asks for barriers, which have to be drawn
   */
  public static GrossTumour clicked(
      TumourTrack track, double referencePercent, Grid grid, TargetRecipe recipe) {
    if (!recipe.barriers().isEmpty()) {
      throw new UsageException("A barrier is a drawn structure: give --structures with it.");
    }
    Grid fine = fine(grid);
    LevelSet region =
        track.phases().stream()
            .filter(p -> p.percent() == referencePercent)
            .findFirst()
            .orElseThrow()
            .tumour()
            .surface()
            .levelSet(fine);
    return new GrossTumour(
        "tumour at the seed",
        Optional.empty(),
        referencePercent,
        region,
        RunLengthMask.empty(fine),
        List.of(
            new Notice(
                Severity.WARNING,
                "The tumour was outlined by the program from one click: look at its outline before"
                    + " it is used.")));
  }

  private static Occupancy filled(DrawnStructures set, Structure structure, List<Notice> notices)
      throws InputException {
    DrawnStructures.Filled filled = set.fill(structure);
    filled.warnings().forEach(w -> notices.add(new Notice(Severity.WARNING, w)));
    return filled.occupancy();
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
}
