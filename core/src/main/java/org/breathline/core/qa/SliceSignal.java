package org.breathline.core.qa;

import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.breathline.core.scan.CouchPosition.Acquisition;
import org.breathline.core.scan.ScanFeatures;

/** How the images at one slice position change with time: their first principal component. */
final class SliceSignal {

  private static final int ROUNDS = 30;

  private final double[] timesS;
  private final double[] values;

  private SliceSignal(double[] timesS, double[] values) {
    this.timesS = timesS;
    this.values = values;
  }

  /** The signal of a slice of all acquisitions at a stop. */
  static SliceSignal of(ScanFeatures features, List<Acquisition> acquisitions, int slice) {
    int count = acquisitions.size();
    short[][] images = new short[count][];
    double[] timesS = new double[count];
    for (int a = 0; a < count; a++) {
      images[a] = features.of(acquisitions.get(a).slices().get(slice).image()).thumbnail();
      timesS[a] = acquisitions.get(a).slices().get(slice).midTimeS();
    }
    return new SliceSignal(timesS, component(products(images)));
  }

  /** The products of all pairs of images about their mean image. */
  private static double[][] products(short[][] images) {
    int count = images.length;
    double[][] products = new double[count][count];
    double[] pixel = new double[count];
    for (int i = 0; i < images[0].length; i++) {
      double mean = 0;
      for (int a = 0; a < count; a++) {
        mean += images[a][i];
      }
      mean /= count;
      for (int a = 0; a < count; a++) {
        pixel[a] = images[a][i] - mean;
      }
      for (int a = 0; a < count; a++) {
        for (int b = 0; b <= a; b++) {
          products[a][b] += pixel[a] * pixel[b];
        }
      }
    }
    for (int a = 0; a < count; a++) {
      for (int b = a + 1; b < count; b++) {
        products[a][b] = products[b][a];
      }
    }
    return products;
  }

  /** The first eigenvector, times the root of its eigenvalue, by power iteration. */
  private static double[] component(double[][] products) {
    int count = products.length;
    int largest = 0;
    for (int a = 1; a < count; a++) {
      largest = products[a][a] > products[largest][largest] ? a : largest;
    }
    double[] vector = products[largest].clone();
    double value = 0;
    for (int round = 0; round < ROUNDS; round++) {
      double length = Math.sqrt(Arrays.stream(vector).map(v -> v * v).sum());
      if (length == 0) {
        return new double[count];
      }
      double[] next = new double[count];
      for (int a = 0; a < count; a++) {
        for (int b = 0; b < count; b++) {
          next[a] += products[a][b] * vector[b] / length;
        }
      }
      vector = next;
      value = Math.sqrt(Arrays.stream(next).map(v -> v * v).sum());
    }
    double scale = value > 0 ? 1 / Math.sqrt(value) : 0;
    return Arrays.stream(vector).map(v -> v * scale).toArray();
  }

  int size() {
    return values.length;
  }

  double firstS() {
    return timesS[0];
  }

  double lastS() {
    return timesS[timesS.length - 1];
  }

  /** The sum of its squares; its mean is 0. */
  double squares() {
    return Arrays.stream(values).map(v -> v * v).sum();
  }

  /** The sum of squares about the best a + b s + c s^2. */
  double misfit(DoubleUnaryOperator level) {
    int count = values.length;
    double[] first = new double[count];
    double[] second = new double[count];
    double meanFirst = 0;
    double meanSecond = 0;
    for (int i = 0; i < count; i++) {
      first[i] = level.applyAsDouble(timesS[i]);
      second[i] = first[i] * first[i];
      meanFirst += first[i] / count;
      meanSecond += second[i] / count;
    }
    double ff = 0;
    double fs = 0;
    double ss = 0;
    double fy = 0;
    double sy = 0;
    double yy = 0;
    for (int i = 0; i < count; i++) {
      double f = first[i] - meanFirst;
      double s = second[i] - meanSecond;
      ff += f * f;
      fs += f * s;
      ss += s * s;
      fy += f * values[i];
      sy += s * values[i];
      yy += values[i] * values[i];
    }
    if (ff < 1e-12) {
      return yy;
    }
    double left = yy - fy * fy / ff;
    double free = ss - fs * fs / ff;
    double rest = sy - fs * fy / ff;
    return free > 1e-9 * ff ? left - rest * rest / free : left;
  }
}
