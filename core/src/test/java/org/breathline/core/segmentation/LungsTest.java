package org.breathline.core.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.phantom.Organ;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.phantom.Tumour;
import org.breathline.core.phantom.TumourSite;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;

final class LungsTest {

  private static final Grid GRID =
      new Grid(104, 78, 70, new Vector3(-206, -154, -118), new Vector3(4, 4, 4), Orientation.AXIAL);

  @Test
  void lungsOfThePhantomWithVesselsAndTumour() {
    var phantom =
        new Phantom(3, MotionParameters.QUIET, Optional.of(new Tumour(TumourSite.LUNG, 30)));
    ShortVolume volume = phantom.volume(GRID, MotionState.held(0.7), 15, 0);
    short[] labels = phantom.labels(GRID, MotionState.held(0.7)).values();
    Optional<Airways> airways = Airways.of(volume, BodyMask.of(volume));
    Lungs lungs = Lungs.of(volume, airways);
    double left = dice(lungs.left().orElseThrow(), organs(labels, Organ.LEFT_LUNG));
    double right =
        dice(lungs.right().orElseThrow(), organs(labels, Organ.RIGHT_LUNG, Organ.TUMOUR));
    // The trachea parts at z = 96 mm.
    assertThat(airways.orElseThrow().carina().z()).isCloseTo(96, within(8.0));
    assertThat(airways.orElseThrow().carina().x()).isCloseTo(0, within(4.0));
    assertThat(airways.orElseThrow().lumen().volumeMl())
        .isGreaterThan(airways.orElseThrow().trachea().volumeMl() + 3);
    assertThat(left).isGreaterThan(0.98);
    assertThat(right).isGreaterThan(0.98);
    record("left", left);
    record("right", right);
  }

  private static void record(String side, double dice) {
    ValidationRecord.write(
        "segmentation",
        side + " lung of the phantom at 4 mm: Dice",
        dice,
        "1, the phantom's labels",
        "above 0.98",
        "");
  }

  /** Two boxes of lung in a box of water, joined by a sheet one voxel thick. */
  private static ShortVolume boxes(boolean withRight) {
    Grid grid =
        new Grid(60, 40, 24, new Vector3(-118, 0, 0), new Vector3(4, 4, 4), Orientation.AXIAL);
    ShortVolume volume = new ShortVolume(grid);
    Arrays.fill(volume.values(), (short) -1000);
    fill(volume, 4, 56, 4, 36, 0, 24, 0);
    fill(volume, 32, 50, 8, 30, 3, 21, -800);
    if (withRight) {
      fill(volume, 10, 28, 8, 30, 3, 21, -800);
      fill(volume, 28, 32, 8, 9, 8, 16, -800);
    }
    return volume;
  }

  private static void fill(
      ShortVolume volume, int x0, int x1, int y0, int y1, int z0, int z1, int hu) {
    Grid grid = volume.grid();
    for (int k = z0; k < z1; k++) {
      for (int j = y0; j < y1; j++) {
        Arrays.fill(
            volume.values(), grid.offset(x0, j, k), grid.offset(x0, j, k) + x1 - x0, (short) hu);
      }
    }
  }

  @Test
  void lungsThatTouchArePartedAtTheThinnestPlace() {
    Lungs lungs = Lungs.of(boxes(true), Optional.empty());
    assertThat(lungs.touching()).isTrue();
    RunLengthMask left = lungs.left().orElseThrow();
    RunLengthMask right = lungs.right().orElseThrow();
    assertThat(left.contains(40, 20, 10)).isTrue();
    assertThat(right.contains(20, 20, 10)).isTrue();
    // 18 x 22 x 18 voxels each, and about half of the sheet.
    assertThat(left.voxels()).isBetween(7128L, 7128L + 40);
    assertThat(right.voxels()).isBetween(7128L, 7128L + 40);
    for (int i = 0; i < 60; i++) {
      assertThat(left.contains(i, 8, 10) && right.contains(i, 8, 10)).isFalse();
    }
  }

  @Test
  void aSingleLungIsOnItsOwnSide() {
    Lungs lungs = Lungs.of(boxes(false), Optional.empty());
    assertThat(lungs.right()).isEmpty();
    assertThat(lungs.left().orElseThrow().voxels()).isEqualTo(7128);
    assertThat(lungs.both().orElseThrow().voxels()).isEqualTo(7128);
  }

  @Test
  void waterHasNoLungs() {
    ShortVolume volume = new ShortVolume(GRID);
    Lungs lungs = Lungs.of(volume, Airways.of(volume, BodyMask.of(volume)));
    assertThat(lungs.left()).isEmpty();
    assertThat(lungs.both()).isEmpty();
  }

  static BitSet organs(short[] labels, Organ... organs) {
    var voxels = new BitSet(labels.length);
    for (int i = 0; i < labels.length; i++) {
      for (Organ organ : organs) {
        if (labels[i] == organ.label()) {
          voxels.set(i);
        }
      }
    }
    return voxels;
  }

  static double dice(RunLengthMask mask, BitSet truth) {
    boolean[] found = new DenseMask(mask).values();
    long both = 0;
    for (int i = 0; i < found.length; i++) {
      both += found[i] && truth.get(i) ? 1 : 0;
    }
    return 2.0 * both / (mask.voxels() + truth.cardinality());
  }
}
