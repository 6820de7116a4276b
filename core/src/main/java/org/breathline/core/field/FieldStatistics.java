package org.breathline.core.field;

import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.Distribution;

/**
 * How large displacements are.
 *
 * @param lengthMm of the vectors' lengths, mm
 * @param mean the mean vector, mm; NaN if there is none
 * @param left of the components to the left, mm
 * @param posterior of the components to posterior, mm
 * @param superior of the components to superior, mm
 */
public record FieldStatistics(
    Distribution lengthMm,
    Vector3 mean,
    Distribution left,
    Distribution posterior,
    Distribution superior) {

  /** Of all voxels. */
  public static FieldStatistics of(DisplacementField field) {
    return of(field, offset -> true);
  }

  /**
   * Of some voxels.
   *
   * @param chosen tells by memory offset
   */
  public static FieldStatistics of(DisplacementField field, IntPredicate chosen) {
    int[] voxels = IntStream.range(0, field.grid().size()).filter(chosen).toArray();
    float[] values = new float[voxels.length];
    for (int n = 0; n < voxels.length; n++) {
      values[n] = (float) field.at(voxels[n]).length();
    }
    Distribution length = Distribution.of(values);
    Distribution left = Distribution.of(chosen(field.x(), voxels, values));
    Distribution posterior = Distribution.of(chosen(field.y(), voxels, values));
    Distribution superior = Distribution.of(chosen(field.z(), voxels, values));
    return new FieldStatistics(
        length,
        new Vector3(left.mean(), posterior.mean(), superior.mean()),
        left,
        posterior,
        superior);
  }

  private static float[] chosen(float[] component, int[] voxels, float[] into) {
    for (int n = 0; n < voxels.length; n++) {
      into[n] = component[voxels[n]];
    }
    return into;
  }
}
