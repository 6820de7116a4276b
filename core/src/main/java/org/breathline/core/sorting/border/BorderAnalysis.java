package org.breathline.core.sorting.border;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.ScanFeatures;
import org.breathline.core.scan.TimedScan;
import org.breathline.core.sorting.RespiratoryStates;
import org.breathline.core.sorting.SortedScan;
import org.breathline.core.sorting.SortingMethod;

/**
 * The borders between neighbouring couch positions of a scan.
 *
 * <p>The raw agreement of two slices across a border is a poor judge (published: sensitivity 0.87,
 * specificity 0.82): it falls with what lies there, even if nothing moved. So the images are asked
 * another question, how many millimetres the anatomy at this border moves for a breath ({@link
 * MotionFit}), and the score of a pair of acquisitions is that motion times the difference of their
 * amplitudes: the distance by which the two sides are apart.
 *
 * <p>The score trusts the trace for the difference of amplitudes; check its clock first. What the
 * trace does not show (a lag, a shift of the anatomy without breathing) it does not see.
 */
public final class BorderAnalysis {

  /** Over this distance along the body motion changes little. */
  private static final double SMOOTH_MM = 10;

  private final double[][] amplitudes;
  private final float[][][] agreements;
  private final double[] bestAgreements;
  private final double[] motionsMm;

  private BorderAnalysis(
      double[][] amplitudes, float[][][] agreements, double[] bestAgreements, double[] motionsMm) {
    this.amplitudes = amplitudes;
    this.agreements = agreements;
    this.bestAgreements = bestAgreements;
    this.motionsMm = motionsMm;
  }

  private static final class Border {
    final float[][] agreement;
    final MotionFit motion;

    Border(float[][] agreement, MotionFit motion) {
      this.agreement = agreement;
      this.motion = motion;
    }
  }

  /**
   * Analyses all borders. What is kept of each is its table of agreements; the small images are let
   * go.
   *
   * @param features of every slice of the scan
   * @param clock how the trace's clock reads at the scan's times
   */
  public static BorderAnalysis of(
      ScanFeatures features, BreathingCycles cycles, ClockCorrection clock) {
    TimedScan scan = features.scan();
    double[][] amplitudes = amplitudes(scan, cycles, clock);
    int borders = Math.max(0, scan.couchPositions().size() - 1);
    Border[] found =
        IntStream.range(0, borders)
            .parallel()
            .mapToObj(b -> analyse(features, b, amplitudes))
            .toArray(Border[]::new);
    double[] positionsMm = new double[borders];
    for (int b = 0; b < borders; b++) {
      positionsMm[b] = scan.couchPositions().get(b + 1).positionMm(0);
    }
    double[] motions = Arrays.stream(found).mapToDouble(b -> b.motion.totalMm()).toArray();
    return new BorderAnalysis(
        amplitudes,
        Arrays.stream(found).map(b -> b.agreement).toArray(float[][][]::new),
        Arrays.stream(found).mapToDouble(b -> highest(b.agreement)).toArray(),
        SmoothProfile.of(positionsMm, motions, SMOOTH_MM));
  }

  private static Border analyse(ScanFeatures features, int border, double[][] amplitudes) {
    BorderImages images = new BorderImages(features, border);
    int lower = amplitudes[border].length;
    int upper = amplitudes[border + 1].length;
    float[][] agreement = new float[lower][upper];
    for (int i = 0; i < lower; i++) {
      for (int j = 0; j < upper; j++) {
        agreement[i][j] =
            (float) images.correlation(images.nextToBorder(false, i), images.nextToBorder(true, j));
      }
    }
    double[] ofImages =
        images.images().stream()
            .mapToDouble(i -> amplitudes[border + (i.upper() ? 1 : 0)][i.acquisition()])
            .toArray();
    return new Border(agreement, MotionFit.of(images, ofImages));
  }

  /** The number of borders: one less than there are couch positions. */
  public int borders() {
    return motionsMm.length;
  }

  /**
   * How far the anatomy at a border moves for a breath of usual depth, mm; NaN where no border
   * tells.
   */
  public double motionMm(int border) {
    return motionsMm[border];
  }

  /** The agreement across a border of an acquisition below it and one above it, -1 to 1 or NaN. */
  public double agreement(int border, int lower, int upper) {
    return agreements[border][lower][upper];
  }

  /** The estimated distance between the two sides for a pair of acquisitions, mm, or NaN. */
  public double residualMm(int border, int lower, int upper) {
    return motionsMm[border] * Math.abs(amplitudes[border][lower] - amplitudes[border + 1][upper]);
  }

  /** The scores of all borders of a sorted scan that have an acquisition on both sides. */
  public List<BorderScore> scores(SortedScan sorted) {
    List<BorderScore> scores = new ArrayList<>();
    for (int bin = 0; bin < sorted.request().bins().size(); bin++) {
      for (int border = 0; border < borders(); border++) {
        OptionalInt lower = sorted.acquisition(border, bin);
        OptionalInt upper = sorted.acquisition(border + 1, bin);
        if (lower.isPresent() && upper.isPresent()) {
          scores.add(
              new BorderScore(
                  border,
                  bin,
                  agreement(border, lower.getAsInt(), upper.getAsInt()),
                  bestAgreements[border],
                  residualMm(border, lower.getAsInt(), upper.getAsInt())));
        }
      }
    }
    return scores;
  }

  /** Amplitudes as shares of the usual breath, by couch position and acquisition. */
  private static double[][] amplitudes(
      TimedScan scan, BreathingCycles cycles, ClockCorrection clock) {
    RespiratoryStates states = new RespiratoryStates(cycles, SortingMethod.AMPLITUDE);
    double low = states.exhaleLevel();
    double range = states.inhaleLevel() - low;
    return scan.couchPositions().stream()
        .map(CouchPosition::acquisitions)
        .map(a ->
            a.stream()
                .mapToDouble(x -> cycles.amplitudeAt(clock.toTraceS(x.midTimeS())))
                .map(amplitude -> range > 0 ? (amplitude - low) / range : Double.NaN)
                .toArray())
        .toArray(double[][]::new);
  }

  private static double highest(float[][] agreement) {
    double highest = Double.NaN;
    for (float[] row : agreement) {
      for (float value : row) {
        highest = Double.isNaN(highest) || value > highest ? value : highest;
      }
    }
    return highest;
  }
}
