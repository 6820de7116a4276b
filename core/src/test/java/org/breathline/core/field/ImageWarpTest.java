package org.breathline.core.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.TrilinearSampling;
import org.junit.jupiter.api.Test;

final class ImageWarpTest {

  private static final Grid MOVING =
      new Grid(50, 40, 30, new Vector3(-100, -80, -90), new Vector3(4, 4, 6), Orientation.AXIAL);

  private static double ramp(Vector3 p) {
    return 2 * p.x() - 3 * p.y() + 0.5 * p.z() + 7;
  }

  private static FloatVolume ramp(Grid grid) {
    var volume = new FloatVolume(grid);
    for (int at = 0; at < grid.size(); at++) {
      volume.values()[at] = (float) ramp(grid.point(at));
    }
    return volume;
  }

  /** A linear image by any field, between grids of any orientation, is exact. */
  @Test
  void takesWhatTheOtherImageHasAtTheDisplacedPoint() {
    Grid fieldGrid =
        new Grid(12, 11, 9, new Vector3(-20, -10, -30), new Vector3(5, 5, 5), TestFields.OBLIQUE);
    DisplacementField u =
        TestFields.of(fieldGrid, p -> new Vector3(0.1 * p.z() + 3, -0.05 * p.x(), 0.02 * p.y()));
    Grid reference =
        new Grid(20, 20, 10, new Vector3(-20, -10, 0), new Vector3(2, 2, 3), Orientation.AXIAL);
    FloatVolume warped = new ImageWarp(u, reference).warp(ramp(MOVING), -1);
    int inside = 0;
    for (int at = 0; at < reference.size(); at++) {
      Vector3 target = u.map(reference.point(at));
      assertThat((double) warped.at(at)).isCloseTo(ramp(target), within(1e-3));
      inside++;
    }
    assertThat(inside).isEqualTo(reference.size());
  }

  @Test
  void whatIsNotInTheImageHasTheStatedValue() {
    DisplacementField u = new DisplacementField(MOVING);
    for (int at = 0; at < MOVING.size(); at++) {
      u.x()[at] = 4 * 10.4f;
    }
    FloatVolume warped = new ImageWarp(u).warp(ramp(MOVING), -1024);
    // column 39 reaches 49.4, within half a voxel of the last centre; column 40 does not
    assertThat((double) warped.at(MOVING.offset(39, 5, 5)))
        .isCloseTo(ramp(MOVING.point(49, 5, 5)), within(1e-3));
    assertThat(warped.at(MOVING.offset(40, 5, 5))).isEqualTo(-1024);
    assertThat(warped.at(MOVING.offset(0, 5, 5))).isNotEqualTo(-1024);
  }

  @Test
  void wholeNumbersAreRounded() {
    Grid grid = new Grid(2, 1, 1, Vector3.ZERO, new Vector3(1, 1, 1), Orientation.AXIAL);
    var image = new ShortVolume(grid, new short[] {-10, -3});
    DisplacementField u = TestFields.of(grid, p -> new Vector3(0.25, 0, 0));
    assertThat(new ImageWarp(u).warp(image, (short) 0).values()).containsExactly(-8, -3);
  }

  @Test
  void samplingHasTheStatedValueOutsideAndForNoNumber() {
    var sampling = new TrilinearSampling(ramp(MOVING), 5);
    assertThat(sampling.at(MOVING.point(-0.6, 2, 2))).isEqualTo(5);
    assertThat(sampling.atIndex(Double.NaN, 2, 2)).isEqualTo(5);
    assertThat((double) sampling.at(new Vector3(3, 4, 5)))
        .isCloseTo(ramp(new Vector3(3, 4, 5)), within(1e-3));
  }
}
