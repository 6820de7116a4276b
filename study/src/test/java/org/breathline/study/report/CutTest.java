package org.breathline.study.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.study.plot.GreyImage;
import org.breathline.study.plot.ImagePanel.Sides;
import org.junit.jupiter.api.Test;

class CutTest {

  private static final int NX = 6;
  private static final int NY = 5;
  private static final int NZ = 4;

  @Test
  void axialSupineShowsRightAndAnteriorAtTheLeftAndSuperiorAtTheTop() {
    CutGatherer gatherer = gathered(Orientation.AXIAL);
    Cut coronal = gatherer.coronal();
    assertThat(coronal.sides()).isEqualTo(new Sides("R", "L", "S", "I"));
    assertThat(coronal.at(0, 0)).isEqualTo(value(0, 3, NZ - 1));
    assertThat(coronal.at(5, 3)).isEqualTo(value(5, 3, 0));
    Cut sagittal = gatherer.sagittal();
    assertThat(sagittal.sides()).isEqualTo(new Sides("A", "P", "S", "I"));
    assertThat(sagittal.at(1, 1)).isEqualTo(value(2, 1, NZ - 2));
    assertThat(sagittal.widthMm()).isEqualTo(NY * 2.0);
    assertThat(sagittal.heightMm()).isEqualTo(NZ * 3.0);
  }

  /** Prone: rows run to the right, columns to anterior; the picture is turned back. */
  @Test
  void proneIsShownTheSameWayRound() {
    CutGatherer gatherer = gathered(Orientation.of(new Vector3(-1, 0, 0), new Vector3(0, -1, 0)));
    assertThat(gatherer.coronal().sides()).isEqualTo(new Sides("R", "L", "S", "I"));
    assertThat(gatherer.coronal().at(0, 0)).isEqualTo(value(NX - 1, 3, NZ - 1));
    assertThat(gatherer.sagittal().at(0, 0)).isEqualTo(value(2, NY - 1, NZ - 1));
  }

  @Test
  void slicesGrowingDownwardsAreTurned() {
    CutGatherer gatherer = gathered(Orientation.of(new Vector3(1, 0, 0), new Vector3(0, -1, 0)));
    assertThat(gatherer.coronal().sides().top()).isEqualTo("S");
    assertThat(gatherer.coronal().at(0, 0)).isEqualTo(value(0, 3, 0));
  }

  @Test
  void missingSlicesStayMissing() {
    CutGatherer gatherer = new CutGatherer(grid(Orientation.AXIAL), new CutPlanes(2, 3));
    gatherer.accept(0, slice(0));
    Cut cut = gatherer.coronal();
    assertThat(cut.at(0, 0)).isEqualTo(Cut.GAP);
    assertThat(cut.at(0, NZ - 1)).isEqualTo(value(0, 3, 0));
    GreyImage image = cut.grey(CtWindow.LUNG, 60);
    assertThat(image.pixel(0, 0)).isNotEqualTo(image.pixel(4, 0));
  }

  @Test
  void pixelsAreSquareInThePatient() {
    GreyImage image = gathered(Orientation.AXIAL).coronal().grey(CtWindow.LUNG, 60);
    assertThat(image.width()).isEqualTo(60);
    assertThat(image.height()).isEqualTo(120);
  }

  @Test
  void windowsRunFromBlackToWhite() {
    assertThat(CtWindow.LUNG.grey(-1350)).isZero();
    assertThat(CtWindow.LUNG.grey(-600)).isEqualTo(128);
    assertThat(CtWindow.LUNG.grey(150)).isEqualTo(255);
    assertThat(CtWindow.MEDIASTINUM.grey(-1000)).isZero();
    assertThat(CtWindow.MEDIASTINUM.grey(240)).isEqualTo(255);
  }

  @Test
  void planesRunThroughTheLungs() {
    int size = 60;
    Grid grid = new Grid(size, size, 1, Vector3.ZERO, new Vector3(1, 1, 1), Orientation.AXIAL);
    short[] slice = new short[size * size];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        boolean body = Math.hypot(i - 30, (j - 30) * 1.4) < 27;
        boolean large = Math.hypot(i - 18, j - 33) < 9;
        boolean small = Math.hypot(i - 43, j - 33) < 7;
        slice[j * size + i] = (short) (!body ? -1000 : large || small ? -850 : 20);
      }
    }
    assertThat(CutPlanes.throughLungs(grid, slice)).isEqualTo(new CutPlanes(18, 33));
    assertThat(CutPlanes.throughLungs(grid, new short[size * size]))
        .isEqualTo(CutPlanes.middle(grid));
  }

  @Test
  void planesLieWithinTheVolume() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new CutGatherer(grid(Orientation.AXIAL), new CutPlanes(NX, 0)));
  }

  private static CutGatherer gathered(Orientation orientation) {
    CutGatherer gatherer = new CutGatherer(grid(orientation), new CutPlanes(2, 3));
    for (int k = 0; k < NZ; k++) {
      gatherer.accept(k, slice(k));
    }
    return gatherer;
  }

  private static Grid grid(Orientation orientation) {
    return new Grid(NX, NY, NZ, Vector3.ZERO, new Vector3(1, 2, 3), orientation);
  }

  private static short[] slice(int k) {
    short[] slice = new short[NX * NY];
    for (int j = 0; j < NY; j++) {
      for (int i = 0; i < NX; i++) {
        slice[j * NX + i] = value(i, j, k);
      }
    }
    return slice;
  }

  private static short value(int i, int j, int k) {
    return (short) (i + 10 * j + 100 * k);
  }
}
