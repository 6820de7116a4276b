package org.breathline.core.field;

import java.util.stream.IntStream;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.TrilinearSampling;
import org.breathline.core.image.Volume;

/**
 * Brings an image to a reference image by a displacement field u: {@code W(x) = M(x + u(x))}, M
 * interpolated trilinearly. Slices are made in parallel; the result does not depend on the number
 * of threads.
 */
public final class ImageWarp {

  private final DisplacementField field;
  private final Grid reference;

  /** Warps onto the field's own grid. */
  public ImageWarp(DisplacementField field) {
    this(field, field.grid());
  }

  /**
   * Warps onto the grid of a reference image, which may be finer than the field's or lie otherwise.
   */
  public ImageWarp(DisplacementField field, Grid reference) {
    this.field = field;
    this.reference = reference;
  }

  /**
   * Warps an image.
   *
   * @param outside the value where x + u(x) is more than half a voxel beyond the outermost voxel
   *     centres of the image
   */
  public FloatVolume warp(FloatVolume moving, float outside) {
    return floats(moving, outside);
  }

  /** As {@link #warp(ShortVolume, short)} without rounding. */
  public FloatVolume warpToFloats(ShortVolume moving, float outside) {
    return floats(moving, outside);
  }

  private FloatVolume floats(Volume moving, float outside) {
    var warped = new FloatVolume(reference);
    rows(moving, outside, (offset, value) -> warped.values()[offset] = value);
    return warped;
  }

  /**
   * Warps an image of whole numbers; values are rounded, halves up.
   *
   * @param outside the value where x + u(x) is more than half a voxel beyond the outermost voxel
   *     centres of the image
   */
  public ShortVolume warp(ShortVolume moving, short outside) {
    var warped = new ShortVolume(reference);
    rows(
        moving,
        outside,
        (offset, value) -> warped.values()[offset] = (short) Math.floor(value + 0.5f));
    return warped;
  }

  /** Takes the value of a voxel. */
  private interface Sink {
    void take(int offset, float value);
  }

  private void rows(Volume moving, float outside, Sink sink) {
    var sampling = new TrilinearSampling(moving, outside);
    var toMoving = new IndexMap(reference, moving.grid());
    Vector3 step = toMoving.column();
    IntStream.range(0, reference.nz())
        .parallel()
        .forEach(k -> {
          var u = new FieldRow(field, reference);
          for (int j = 0; j < reference.ny(); j++) {
            u.read(j, k);
            Vector3 start = toMoving.rowStart(j, k);
            int from = reference.offset(0, j, k);
            for (int i = 0; i < reference.nx(); i++) {
              float x = u.x(i);
              float y = u.y(i);
              float z = u.z(i);
              float value =
                  sampling.atIndex(
                      start.x() + i * step.x() + toMoving.di(x, y, z),
                      start.y() + i * step.y() + toMoving.dj(x, y, z),
                      start.z() + i * step.z() + toMoving.dk(x, y, z));
              sink.take(from + i, value);
            }
          }
        });
  }
}
