package org.breathline.core.motion;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.RunLengthMask;

/**
 * How a structure moves.
 *
 * @param name what the structure is called
 * @param path of its centroid
 * @param source where the positions come from
 */
public record StructureMotion(String name, MotionPath path, Source source) {

  /** Where positions come from. */
  public enum Source {
    /** The structure was found anew in the images of every phase. */
    SEGMENTED_PER_PHASE,
    /** The structure of one phase was carried to the others by displacement fields. */
    DISPLACEMENT_FIELDS
  }

  /**
   * A field and the phase it leads to.
   *
   * @param percent the phase, 0 to below 100
   * @param field from the reference phase: tissue at x in the reference is at x + u(x) in the phase
   */
  public record PhaseField(double percent, DisplacementField field) {}

  /**
   * The motion of a structure that is drawn on the reference phase.
   *
   * @param mask its voxels in the reference phase, at least one
   * @param fields to all phases in their order; that to the reference itself is of no motion
   * @throws IllegalArgumentException if the mask is empty
   */
  public static StructureMotion of(String name, RunLengthMask mask, List<PhaseField> fields) {
    List<MotionPath.Position> positions = new ArrayList<>();
    for (PhaseField phase : fields) {
      positions.add(new MotionPath.Position(phase.percent(), centroid(mask, phase.field())));
    }
    return new StructureMotion(name, new MotionPath(positions), Source.DISPLACEMENT_FIELDS);
  }

  /**
   * The centroid of a mask.
   *
   * @return LPS mm
   * @throws IllegalArgumentException if the mask is empty
   */
  public static Vector3 centroid(RunLengthMask mask) {
    return mean(mask, point -> point);
  }

  /**
   * The centroid of what the tissue of a mask becomes: the mean of x + u(x) over its voxels.
   *
   * @return LPS mm
   * @throws IllegalArgumentException if the mask is empty
   */
  public static Vector3 centroid(RunLengthMask mask, DisplacementField field) {
    return mean(mask, field::map);
  }

  private interface Map {
    Vector3 apply(Vector3 point);
  }

  private static Vector3 mean(RunLengthMask mask, Map map) {
    Grid grid = mask.grid();
    double x = 0;
    double y = 0;
    double z = 0;
    long count = 0;
    for (int row = 0; row < mask.rows(); row++) {
      int k = row / grid.ny();
      for (int run = mask.firstRun(row); run < mask.firstRun(row + 1); run++) {
        for (int i = mask.start(run); i < mask.end(run); i++) {
          Vector3 point = map.apply(grid.point(i, row % grid.ny(), k));
          x += point.x();
          y += point.y();
          z += point.z();
          count++;
        }
      }
    }
    if (count == 0) {
      throw new IllegalArgumentException("an empty structure has no centroid");
    }
    return new Vector3(x / count, y / count, z / count);
  }
}
