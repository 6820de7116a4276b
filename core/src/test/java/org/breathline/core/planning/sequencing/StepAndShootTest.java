package org.breathline.core.planning.sequencing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.SplittableRandom;
import org.breathline.core.planning.beam.BeamletGrid;
import org.breathline.core.treatment.Aperture;
import org.junit.jupiter.api.Test;

final class StepAndShootTest {

  private final LeafRaster raster = TestBeamlets.ball();
  private final BeamletGrid grid = raster.beamlets();

  @Test
  void segmentsGiveTheFluenceOfThePairsToHalfALevel() {
    double[] weights = new SplittableRandom(3).doubles(grid.beamlets(), 0, 2).toArray();
    double halfLevel = 2.0 / 20 / 2 + 1e-9;

    List<WeightedShape> segments = new StepAndShoot(20, true, 0, 1000).segments(raster, weights);

    double[] given = new double[grid.beamlets()];
    segments.forEach(segment -> segment.shape().addTo(given, 0, segment.weight()));
    for (int pair = 0; pair < raster.pairs(); pair++) {
      double[] wanted = raster.profile(pair, weights);
      for (int row = raster.firstRow(pair); row < raster.endRow(pair); row++) {
        for (int c = grid.firstColumn(row); c < grid.endColumn(row); c++) {
          assertThat(given[grid.beamletAt(c, row)]).isCloseTo(wanted[c], within(halfLevel));
        }
      }
    }
  }

  @Test
  void smallAndSuperfluousSegmentsAreLeftOut() {
    double[] weights = new SplittableRandom(3).doubles(grid.beamlets(), 0, 2).toArray();

    List<WeightedShape> segments = new StepAndShoot(10, true, 200, 6).segments(raster, weights);

    assertThat(segments).hasSize(6).allMatch(segment -> segment.shape().areaMm2() >= 200);
    assertThat(new StepAndShoot(10, true, 0, 6).segments(raster, new double[grid.beamlets()]))
        .isEmpty();
  }

  @Test
  void theApertureIsOpenWhereTheFluenceIs() {
    double[] weights = new double[grid.beamlets()];
    int beamlet = grid.beamletAt(grid.nx() / 2, grid.ny() / 2);
    weights[beamlet] = 1;
    WeightedShape segment = new StepAndShoot(1, true, 0, 6).segments(raster, weights).getFirst();

    Aperture aperture = segment.shape().aperture(segment.shape().jaws(), true);

    assertThat(aperture.isOpen(grid.xMm(beamlet), grid.yMm(beamlet))).isTrue();
    assertThat(aperture.areaMm2()).isCloseTo(25, within(1e-9));
    assertThat(segment.shape().areaMm2()).isCloseTo(25, within(1e-9));
  }
}
