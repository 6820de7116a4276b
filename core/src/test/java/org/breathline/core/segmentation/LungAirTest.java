package org.breathline.core.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.progress.Progress;
import org.breathline.core.scan.PhaseSeries;
import org.breathline.core.structure.RunLengthMask;
import org.junit.jupiter.api.Test;

/** A patient of boxes: what counts as lung air and what does not. */
final class LungAirTest {

  private static final int AIR = -1000;
  private static final int LUNG = -800;
  private static final int WATER = 0;

  /** 5 x 5 x 8 mm: 0.2 mL a voxel. */
  private static final Grid GRID =
      new Grid(60, 50, 20, Vector3.ZERO, new Vector3(5, 5, 8), Orientation.AXIAL);

  /** The body 40 x 26 pixels in every slice; two lungs of 10 x 14 x 10 voxels in slices 5 to 14. */
  private static ShortVolume patient() {
    ShortVolume volume = new ShortVolume(GRID);
    Arrays.fill(volume.values(), (short) AIR);
    box(volume, 10, 50, 10, 36, 0, 20, WATER);
    box(volume, 14, 24, 15, 29, 5, 15, LUNG);
    box(volume, 36, 46, 15, 29, 5, 15, LUNG);
    return volume;
  }

  private static final long LUNGS = 2 * 10 * 14 * 10;

  private static void box(
      ShortVolume volume, int x0, int x1, int y0, int y1, int z0, int z1, int hu) {
    for (int k = z0; k < z1; k++) {
      for (int j = y0; j < y1; j++) {
        Arrays.fill(
            volume.values(), GRID.offset(x0, j, k), GRID.offset(x0, j, k) + x1 - x0, (short) hu);
      }
    }
  }

  @Test
  void twoLungsThatDoNotMeetBothCount() {
    RunLengthMask lungs = LungAir.of(patient());
    assertThat(lungs.voxels()).isEqualTo(LUNGS);
    assertThat(lungs.volumeMl()).isEqualTo(0.2 * LUNGS);
    assertThat(lungs.contains(14, 15, 5)).isTrue();
    assertThat(lungs.contains(45, 28, 14)).isTrue();
    assertThat(lungs.contains(30, 20, 10)).isFalse();
    assertThat(lungs.contains(2, 2, 10)).isFalse();
  }

  @Test
  void theBodyIsFilledAndTheRoomIsNotInIt() {
    assertThat(BodyMask.of(patient()).voxels()).isEqualTo(40 * 26 * 20);
  }

  @Test
  void airwaysCountAlsoWhereTheScanCutsThem() {
    ShortVolume volume = patient();
    box(volume, 29, 31, 20, 22, 10, 20, AIR); // the trachea, cut by the last slice
    box(volume, 24, 36, 20, 22, 10, 12, AIR); // the main bronchi
    long airways = 2 * 2 * 10 + 12 * 2 * 2 - 2 * 2 * 2;
    assertThat(LungAir.of(volume).voxels()).isEqualTo(LUNGS + airways);
  }

  @Test
  void lungsThatTheScanCutsCountAsFarAsTheyWereScanned() {
    ShortVolume volume = patient();
    box(volume, 14, 24, 15, 29, 0, 5, LUNG);
    box(volume, 36, 46, 15, 29, 0, 5, LUNG);
    assertThat(LungAir.of(volume).voxels()).isEqualTo(LUNGS + LUNGS / 2);
  }

  @Test
  void vesselsAndTumoursDoNotCount() {
    ShortVolume volume = patient();
    box(volume, 18, 20, 20, 22, 8, 10, 40);
    assertThat(LungAir.of(volume).voxels()).isEqualTo(LUNGS - 8);
  }

  @Test
  void gasInTheStomachDoesNotCountHoweverMuchThereIs() {
    ShortVolume volume = patient();
    box(volume, 26, 46, 15, 29, 0, 4, AIR);
    assertThat(LungAir.of(volume).voxels()).isEqualTo(LUNGS);
  }

  @Test
  void smallBubblesDoNotCount() {
    ShortVolume volume = patient();
    box(volume, 30, 33, 15, 18, 1, 3, LUNG);
    assertThat(LungAir.of(volume).voxels()).isEqualTo(LUNGS);
  }

  @Test
  void voxelsThatMeetOnlyAtAnEdgeAreNotConnected() {
    ShortVolume volume = patient();
    box(volume, 24, 26, 29, 31, 8, 10, LUNG);
    assertThat(LungAir.of(volume).voxels()).isEqualTo(LUNGS);
  }

  @Test
  void neitherCouchNorArmsNorTheAirBetweenCount() {
    ShortVolume volume = patient();
    box(volume, 5, 55, 39, 45, 0, 20, WATER); // a hollow couch under the patient
    box(volume, 6, 54, 40, 44, 0, 20, -900);
    box(volume, 2, 8, 12, 20, 0, 20, WATER); // an arm
    assertThat(LungAir.of(volume).voxels()).isEqualTo(LUNGS);
    assertThat(BodyMask.of(volume).voxels()).isEqualTo(40 * 26 * 20);
  }

  @Test
  void aHollowCouchThatTouchesTheSkinJoinsTheBodyButNotTheLungs() {
    ShortVolume volume = patient();
    box(volume, 5, 55, 36, 45, 0, 20, WATER);
    box(volume, 6, 54, 38, 44, 0, 20, -970);
    assertThat(LungAir.of(volume).voxels()).isEqualTo(LUNGS);
  }

  @Test
  void withoutLungsTheVolumeIsZero() {
    ShortVolume water = new ShortVolume(GRID);
    assertThat(LungAir.of(water).voxels()).isZero();
    ShortVolume room = new ShortVolume(GRID);
    Arrays.fill(room.values(), (short) AIR);
    assertThat(LungAir.of(room).voxels()).isZero();
    assertThat(BodyMask.of(room).voxels()).isZero();
  }

  @Test
  void theFullestAndTheEmptiestPhasesAreFound() {
    ShortVolume full = patient();
    box(full, 14, 24, 15, 29, 3, 5, LUNG);
    ShortVolume empty = patient();
    box(empty, 14, 24, 15, 29, 5, 7, WATER);
    LungVolumes volumes =
        LungVolumes.of(
            new PhaseSeries(
                List.of(
                    new PhaseSeries.Phase(0, patient()),
                    new PhaseSeries.Phase(25, full),
                    new PhaseSeries.Phase(50, patient()),
                    new PhaseSeries.Phase(75, empty))),
            Progress.SILENT);
    assertThat(volumes.fullest()).isEqualTo(new LungVolumes.OfPhase(25, 0.2 * (LUNGS + 280)));
    assertThat(volumes.emptiest()).isEqualTo(new LungVolumes.OfPhase(75, 0.2 * (LUNGS - 280)));
  }

  @Test
  void ofEqualPhasesTheEarliestIsNamed() {
    var volumes =
        new LungVolumes(
            List.of(
                new LungVolumes.OfPhase(0, 10),
                new LungVolumes.OfPhase(10, 12),
                new LungVolumes.OfPhase(20, 12),
                new LungVolumes.OfPhase(30, 10)));
    assertThat(volumes.fullest().percent()).isEqualTo(10);
    assertThat(volumes.emptiest().percent()).isEqualTo(0);
    assertThatThrownBy(() -> new LungVolumes(List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
