package org.breathline.core.planning.sequencing;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breathline.core.planning.beam.BeamletGrid;
import org.breathline.core.planning.optimisation.ConstrainedProblem;

/**
 * Weights and leaf positions of segments as parameters (direct aperture optimisation with
 * gradients: Cassioli and Unkelbach, Phys. Med. Biol. 58 (2013) 301): the fluence of the segments
 * goes into the problem of the beamlets, and its gradient back to the leaves' tips. Each tip stays
 * on its side of the opening's middle, half the smallest opening away, so that bounds are all that
 * a collimator asks for; shut pairs stay shut.
 */
final class ApertureProblem implements ConstrainedProblem {

  private final ConstrainedProblem ofBeamlets;
  private final List<List<WeightedShape>> beams;
  private final int[] offsets;
  private final double scaleMm;
  private final double[] fluence;
  private final double[] ofFluence;
  private final double[] lower;
  private final double[] upper;
  private final double[] start;
  private List<List<WeightedShape>> current;

  /**
   * A problem.
   *
   * @param ofBeamlets what the fluence of all beams' beamlets, one beam after the other, is for
   * @param beams segments of each beam
   * @param offsets where each beam's beamlets begin
   * @param limits what the collimator asks for
   * @param scaleMm millimetres of a leaf that count as much as a unit of weight in a step
   */
  ApertureProblem(
      ConstrainedProblem ofBeamlets,
      List<List<WeightedShape>> beams,
      int[] offsets,
      LeafLimits limits,
      double scaleMm) {
    this.ofBeamlets = ofBeamlets;
    this.beams = beams;
    this.offsets = offsets.clone();
    this.scaleMm = scaleMm;
    this.fluence = new double[ofBeamlets.size()];
    this.ofFluence = new double[ofBeamlets.size()];
    List<double[]> bounds = new ArrayList<>();
    for (List<WeightedShape> beam : beams) {
      for (WeightedShape segment : beam) {
        bounds.add(new double[] {segment.weight(), 0, Double.POSITIVE_INFINITY});
        LeafBounds leaves = new LeafBounds(segment.shape(), limits);
        for (int pair = 0; pair < segment.shape().raster().pairs(); pair++) {
          bounds.add(scaled(leaves.first(pair)));
          bounds.add(scaled(leaves.second(pair)));
        }
      }
    }
    this.start = bounds.stream().mapToDouble(b -> b[0]).toArray();
    this.lower = bounds.stream().mapToDouble(b -> b[1]).toArray();
    this.upper = bounds.stream().mapToDouble(b -> b[2]).toArray();
    this.current = beams;
  }

  private double[] scaled(double[] millimetres) {
    return Arrays.stream(millimetres).map(v -> v / scaleMm).toArray();
  }

  /** Where the segments stand now. */
  double[] start() {
    return start.clone();
  }

  /** The segments of a point. */
  List<List<WeightedShape>> segments(double[] point) {
    List<List<WeightedShape>> all = new ArrayList<>();
    int at = 0;
    for (List<WeightedShape> beam : beams) {
      List<WeightedShape> segments = new ArrayList<>();
      for (WeightedShape segment : beam) {
        LeafRaster raster = segment.shape().raster();
        double weight = point[at++];
        double[] first = new double[raster.pairs()];
        double[] second = new double[raster.pairs()];
        for (int pair = 0; pair < first.length; pair++) {
          first[pair] = point[at++] * scaleMm;
          second[pair] = point[at++] * scaleMm;
        }
        segments.add(new WeightedShape(new LeafShape(raster, first, second), weight));
      }
      all.add(segments);
    }
    return all;
  }

  @Override
  public int size() {
    return start.length;
  }

  @Override
  public double lower(int parameter) {
    return lower[parameter];
  }

  @Override
  public double upper(int parameter) {
    return upper[parameter];
  }

  @Override
  public int constraints() {
    return ofBeamlets.constraints();
  }

  @Override
  public double least(int constraint) {
    return ofBeamlets.least(constraint);
  }

  @Override
  public double most(int constraint) {
    return ofBeamlets.most(constraint);
  }

  @Override
  public double value(double[] point, double[] constrained) {
    current = segments(point);
    Arrays.fill(fluence, 0);
    for (int beam = 0; beam < current.size(); beam++) {
      for (WeightedShape segment : current.get(beam)) {
        segment.shape().addTo(fluence, offsets[beam], segment.weight());
      }
    }
    return ofBeamlets.value(fluence, constrained);
  }

  @Override
  public void gradient(double[] factors, double[] gradient) {
    ofBeamlets.gradient(factors, ofFluence);
    int at = 0;
    for (int beam = 0; beam < current.size(); beam++) {
      for (WeightedShape segment : current.get(beam)) {
        at = differentiate(segment, offsets[beam], gradient, at);
      }
    }
  }

  private int differentiate(WeightedShape segment, int offset, double[] gradient, int from) {
    LeafShape shape = segment.shape();
    double[] open = new double[shape.raster().beamlets().beamlets()];
    shape.addTo(open, 0, 1);
    double ofWeight = 0;
    for (int beamlet = 0; beamlet < open.length; beamlet++) {
      ofWeight += open[beamlet] * ofFluence[offset + beamlet];
    }
    int at = from;
    gradient[at++] = ofWeight;
    for (int pair = 0; pair < shape.raster().pairs(); pair++) {
      boolean shut = !shape.isOpen(pair);
      double perMm = shut ? 0 : segment.weight() * scaleMm;
      gradient[at++] = -perMm * atTip(shape.raster(), pair, shape.firstMm(pair), offset);
      gradient[at++] = perMm * atTip(shape.raster(), pair, shape.secondMm(pair), offset);
    }
    return at;
  }

  /**
   * What a millimetre more of opening at a tip changes, by the beamlets that the tip is over; on a
   * border, where it differs from side to side, the mean.
   */
  private double atTip(LeafRaster raster, int pair, double tipMm, int offset) {
    BeamletGrid grid = raster.beamlets();
    double place = (tipMm - raster.borderMm(0)) / grid.spacingMm();
    int right = (int) Math.floor(place);
    int left = place == right ? right - 1 : right;
    double sum = 0;
    for (int row = raster.firstRow(pair); row < raster.endRow(pair); row++) {
      int before = grid.beamletAt(left, row);
      int behind = grid.beamletAt(right, row);
      double ofBefore = before >= 0 ? ofFluence[offset + before] : 0;
      double ofBehind = behind >= 0 ? ofFluence[offset + behind] : 0;
      int sides = (before >= 0 ? 1 : 0) + (behind >= 0 ? 1 : 0);
      sum += sides == 0 ? 0 : raster.share(pair, row) * (ofBefore + ofBehind) / sides;
    }
    return sum / grid.spacingMm();
  }
}
