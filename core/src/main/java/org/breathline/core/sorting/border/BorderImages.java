package org.breathline.core.sorting.border;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.ScanFeatures;
import org.breathline.core.scan.SliceGeometry;
import org.breathline.kernel.BlockMeans;
import org.breathline.kernel.Kernels;
import org.breathline.kernel.PairSums;

/**
 * The small images around a border between two couch positions, all acquisitions of both, and how
 * much every two of them agree.
 */
final class BorderImages {

  /** Pixels of about this side keep the diaphragm and large vessels and average noise away. */
  private static final double PIXEL_MM = 6.4;

  private static final int LOWEST_HU = -1000;
  private static final int HIGHEST_HU = 200;

  /**
   * An image.
   *
   * @param upper whether it belongs to the upper couch position
   * @param acquisition its number there
   * @param heightMm its slice's position above the lower side's last slice
   */
  record Image(boolean upper, int acquisition, double heightMm) {}

  private final List<Image> images = new ArrayList<>();
  private final PairSums[][] sums;
  private final double gradientSquared;

  /**
   * Compares the images at a border.
   *
   * @param border between couch position {@code border} and the next
   */
  BorderImages(ScanFeatures features, int border) {
    List<CouchPosition> couchPositions = features.scan().couchPositions();
    List<short[]> pixels = new ArrayList<>();
    SliceGeometry geometry = features.scan().geometry();
    double thumbnailMm =
        geometry.columnSpacingMm() * Math.ceilDiv(geometry.columns(), features.columns());
    int factor = Math.max(1, (int) Math.round(PIXEL_MM / thumbnailMm));
    CouchPosition lower = couchPositions.get(border);
    CouchPosition upper = couchPositions.get(border + 1);
    int last = lower.slicesPerAcquisition() - 1;
    double zeroMm = lower.positionMm(last);
    for (int slice = last; slice >= Math.max(0, last - 1); slice--) {
      add(features, border, slice, false, lower.positionMm(slice) - zeroMm, factor, pixels);
    }
    for (int slice = 0; slice <= Math.min(1, upper.slicesPerAcquisition() - 1); slice++) {
      add(features, border + 1, slice, true, upper.positionMm(slice) - zeroMm, factor, pixels);
    }
    int columns = BlockMeans.reduced(features.columns(), factor);
    int rows = BlockMeans.reduced(features.rows(), factor);
    double pixelMm = thumbnailMm * factor;
    short[][] all = pixels.toArray(short[][]::new);
    int[] region = BodyRegion.of(all, columns, rows, pixelMm);
    this.gradientSquared = gradientSquared(all, columns, rows, region, pixelMm);
    this.sums = sums(all, region);
  }

  private void add(
      ScanFeatures features,
      int couchPosition,
      int slice,
      boolean upper,
      double heightMm,
      int factor,
      List<short[]> pixels) {
    int acquisitions = features.scan().couchPositions().get(couchPosition).acquisitions().size();
    for (int a = 0; a < acquisitions; a++) {
      short[] thumbnail = features.of(couchPosition, a, slice).thumbnail();
      int columns = BlockMeans.reduced(features.columns(), factor);
      short[] small = new short[columns * BlockMeans.reduced(features.rows(), factor)];
      BlockMeans.reduce(thumbnail, 0, features.columns(), features.rows(), factor, small, 0);
      for (int i = 0; i < small.length; i++) {
        small[i] = (short) Math.clamp(small[i], LOWEST_HU, HIGHEST_HU);
      }
      images.add(new Image(upper, a, heightMm));
      pixels.add(small);
    }
  }

  /** The images: first the lower side's last slice, one an acquisition, then the others. */
  List<Image> images() {
    return images;
  }

  /** The index of the image of the slice next to the border. */
  int nextToBorder(boolean upper, int acquisition) {
    for (int i = 0; i < images.size(); i++) {
      Image image = images.get(i);
      if (image.upper() == upper && image.acquisition() == acquisition) {
        return i; // the slice next to the border was added before the one behind it
      }
    }
    throw new IllegalArgumentException("no acquisition " + acquisition);
  }

  /** The mean squared difference of two images within the body, HU squared; NaN without a body. */
  double squaredDifference(int a, int b) {
    PairSums s = of(a, b);
    return s.count() == 0 ? Double.NaN : (s.sumAA() + s.sumBB() - 2.0 * s.sumAB()) / s.count();
  }

  /** The normalised cross-correlation of two images within the body, -1 to 1, or NaN. */
  double correlation(int a, int b) {
    return of(a, b).correlation();
  }

  /** The mean squared slope along one direction in the plane, (HU / mm) squared. */
  double gradientSquared() {
    return gradientSquared;
  }

  private PairSums of(int a, int b) {
    return sums[Math.max(a, b)][Math.min(a, b)];
  }

  private static PairSums[][] sums(short[][] images, int[] region) {
    short[][] packed = new short[images.length][region.length];
    for (int n = 0; n < images.length; n++) {
      for (int i = 0; i < region.length; i++) {
        packed[n][i] = images[n][region[i]];
      }
    }
    PairSums[][] sums = new PairSums[images.length][];
    for (int a = 0; a < images.length; a++) {
      sums[a] = new PairSums[a + 1];
      for (int b = 0; b <= a; b++) {
        sums[a][b] = Kernels.pairSummation().sums(packed[a], 0, packed[b], 0, region.length);
      }
    }
    return sums;
  }

  private static double gradientSquared(
      short[][] images, int columns, int rows, int[] region, double pixelMm) {
    double sum = 0;
    long count = 0;
    for (short[] image : images) {
      for (int at : region) {
        int column = at % columns;
        int row = at / columns;
        if (column > 0 && column < columns - 1 && row > 0 && row < rows - 1) {
          double x = (image[at + 1] - image[at - 1]) / (2 * pixelMm);
          double y = (image[at + columns] - image[at - columns]) / (2 * pixelMm);
          sum += (x * x + y * y) / 2;
          count++;
        }
      }
    }
    return count == 0 ? 0 : sum / count;
  }
}
