package org.breathline.core.sorting;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.scan.SyntheticBreathing;
import org.breathline.core.scan.SyntheticScans;
import org.breathline.core.scan.TimedScan;
import org.junit.jupiter.api.Test;

final class SortedVolumeTest {

  private static final BreathingCycles CYCLES = SyntheticBreathing.regular(4, 10);

  @Test
  void everySliceIsTheOneTakenAndAGapIsNoAnatomy() throws IOException {
    // The second couch position starts after the last breath.
    TimedScan scan = SyntheticScans.cine(2, 3, 10, 34, 0.4, 8);
    SortedScan sorted =
        ScanSorter.sort(
            scan, CYCLES, ClockCorrection.NONE, SortingRequest.around(SortingMethod.PHASE, 5));
    SortedVolume volume =
        SortedVolume.read(sorted, 2, (image, hu) -> Arrays.fill(hu, (short) image));
    BitSet gaps = new BitSet();
    gaps.set(3, 6);
    assertThat(volume.gaps()).isEqualTo(gaps);
    short[] values = volume.volume().values();
    int size = volume.volume().grid().sliceSize();
    for (int k = 0; k < 6; k++) {
      int expected = sorted.images(2).get(k).orElse(SortedVolume.GAP_HU);
      assertThat(values[k * size]).isEqualTo((short) expected);
      assertThat(values[k * size + size - 1]).isEqualTo((short) expected);
    }
  }

  @Test
  void aGatingWindowIsSortedAlone() {
    TimedScan scan = SyntheticScans.cine(4, 2, 11, 5, 0.4, 2);
    SortingRequest phase =
        new SortingRequest(SortingMethod.PHASE, List.of(SortingBin.Arc.window(30, 70)), 1);
    SortingRequest amplitude =
        new SortingRequest(
            SortingMethod.AMPLITUDE, List.of(new SortingBin.AmplitudeWindow(0, 0.3)), 1);
    for (SortingRequest request : List.of(phase, amplitude)) {
      SortedScan sorted = ScanSorter.sort(scan, CYCLES, ClockCorrection.NONE, request);
      assertThat(sorted.gaps(0)).isZero();
      for (int p = 0; p < 4; p++) {
        int taken = sorted.acquisition(p, 0).orElseThrow();
        double time = scan.couchPositions().get(p).acquisitions().get(taken).midTimeS();
        assertThat(CYCLES.amplitudeAt(time)).isLessThan(4);
      }
    }
  }
}
