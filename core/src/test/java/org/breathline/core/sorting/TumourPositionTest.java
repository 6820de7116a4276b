package org.breathline.core.sorting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.BreathingDrive;
import org.breathline.core.phantom.CineProtocol;
import org.breathline.core.phantom.CineSimulator;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.phantom.PhantomImaging;
import org.breathline.core.phantom.Tumour;
import org.breathline.core.phantom.TumourSite;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.scan.SliceGeometry;
import org.breathline.core.scan.SyntheticBreathing;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;

/** Where a sorted scan shows the tumour, against where it was. */
final class TumourPositionTest {

  private static final double PERIOD_S = 4;
  private static final double SLICE_MM = 2.5;

  /** Half-way between lung and tumour. */
  private static final int TUMOUR_ABOVE_HU = -380;

  /** A ball of this radius fits into the tumour and into no vessel beside it. */
  private static final double CORE_MM = 7;

  @Test
  void inRegularBreathingTheTumourIsWithinHalfASliceInEveryPhase() throws IOException {
    BreathingCycles cycles = SyntheticBreathing.regular(PERIOD_S, 20);
    Phantom phantom =
        new Phantom(1, MotionParameters.QUIET, Optional.of(new Tumour(TumourSite.LUNG, 24)));
    BreathingDrive drive = BreathingDrive.of(cycles);
    Vector3 corner = new Vector3(-78 - 39, 8 - 39, 0);
    CineProtocol protocol =
        new CineProtocol(
            new SliceGeometry(40, 40, 2, 2, corner, Orientation.AXIAL),
            12.5,
            SLICE_MM,
            4,
            7,
            0.5,
            0.25,
            20,
            1.4,
            6);
    CineSimulator.CineScan cine =
        new CineSimulator(phantom, drive, PhantomImaging.TYPICAL).scan(protocol);
    SortedScan sorted =
        ScanSorter.sort(
            cine.scan(),
            cycles,
            ClockCorrection.NONE,
            SortingRequest.around(SortingMethod.PHASE, 10));
    double worst = 0;
    for (int bin = 0; bin < 10; bin++) {
      assertThat(sorted.gaps(bin)).isZero();
      assertThat(sorted.outsideBin(bin)).isZero();
      SortedVolume volume = SortedVolume.read(sorted, bin, cine.images());
      assertThat(volume.gaps().isEmpty()).isTrue();
      Vector3 truth =
          phantom.tumourCentre(drive.stateAt((10 + bin / 10.0) * PERIOD_S)).orElseThrow();
      double error = centroid(volume.volume()).minus(truth).length();
      ValidationRecord.write(
          "sorting",
          "tumour position, regular breathing, phase %d %%: distance from the truth"
              .formatted(10 * bin),
          error,
          "0 mm, the phantom's tumour at the bin's centre",
          "1.25 mm, half a slice",
          "mm");
      worst = Math.max(worst, error);
    }
    assertThat(worst).isLessThanOrEqualTo(SLICE_MM / 2);
  }

  /**
   * The centroid of the tumour's core: the largest connected set of voxels around which a ball is
   * denser than lung. Taking a layer off a ball leaves its centroid where it was.
   */
  private static Vector3 centroid(ShortVolume volume) {
    Grid grid = volume.grid();
    BitSet core = new BitSet();
    for (int offset = 0; offset < grid.size(); offset++) {
      if (isCore(volume, offset)) {
        core.set(offset);
      }
    }
    Vector3 sum = Vector3.ZERO;
    int largest = 0;
    while (!core.isEmpty()) {
      List<Vector3> part = takeConnected(core, core.nextSetBit(0), grid);
      if (part.size() > largest) {
        largest = part.size();
        sum = part.stream().reduce(Vector3.ZERO, Vector3::plus);
      }
    }
    return sum.times(1.0 / largest);
  }

  /** Takes the voxels connected to one out of a set. */
  private static List<Vector3> takeConnected(BitSet set, int start, Grid grid) {
    List<Vector3> part = new ArrayList<>();
    Deque<Integer> open = new ArrayDeque<>(List.of(start));
    set.clear(start);
    while (!open.isEmpty()) {
      int at = open.pop();
      part.add(point(grid, at));
      for (int step : new int[] {1, grid.nx(), grid.sliceSize()}) {
        for (int next : new int[] {at - step, at + step}) {
          if (next >= 0 && set.get(next)) {
            set.clear(next);
            open.push(next);
          }
        }
      }
    }
    return part;
  }

  private static boolean isCore(ShortVolume volume, int offset) {
    Grid grid = volume.grid();
    int i = offset % grid.nx();
    int j = offset / grid.nx() % grid.ny();
    int k = offset / grid.sliceSize();
    for (int dk = -3; dk <= 3; dk++) {
      for (int dj = -4; dj <= 4; dj++) {
        for (int di = -4; di <= 4; di++) {
          Vector3 step =
              new Vector3(
                  di * grid.spacing().x(), dj * grid.spacing().y(), dk * grid.spacing().z());
          boolean inside =
              i + di >= 0
                  && i + di < grid.nx()
                  && j + dj >= 0
                  && j + dj < grid.ny()
                  && k + dk >= 0
                  && k + dk < grid.nz();
          if (step.length() <= CORE_MM
              && !(inside
                  && volume.values()[grid.offset(i + di, j + dj, k + dk)] > TUMOUR_ABOVE_HU)) {
            return false;
          }
        }
      }
    }
    return true;
  }

  private static Vector3 point(Grid grid, int offset) {
    int column = offset % grid.nx();
    int row = offset / grid.nx() % grid.ny();
    int slice = offset / grid.sliceSize();
    return grid.point(column, row, slice);
  }
}
