package org.breathline.core.dose.machine;

import java.util.List;
import org.breathline.core.dose.FluenceMap;
import org.breathline.core.treatment.Segment;

/**
 * What several segments under the same frame let pass together: one dose is had for all of them.
 */
public final class DeliveredFluence {

  private DeliveredFluence() {}

  /**
   * The fluence of segments, each as long as its monitor units: a dose a monitor unit of this map
   * is the dose of the segments in one fraction.
   *
   * @param segments at least one, all under the same frame
   * @param collimation what jaws and leaves let pass
   * @return relative to the open beam's, times monitor units
   * @throws IllegalArgumentException if there is no segment
   */
  public static FluenceMap of(List<Segment> segments, Collimation collimation) {
    if (segments.isEmpty()) {
      throw new IllegalArgumentException("no segment delivers nothing");
    }
    List<FluenceMap> maps =
        segments.stream().map(segment -> collimation.fluence(segment.aperture())).toList();
    // All maps have squares of the same lattice: Collimation begins them at whole millimetres.
    double step = maps.getFirst().spacingMm();
    double x0 = maps.stream().mapToDouble(FluenceMap::x0Mm).min().orElseThrow();
    double y0 = maps.stream().mapToDouble(FluenceMap::y0Mm).min().orElseThrow();
    int nx = 0;
    int ny = 0;
    for (FluenceMap map : maps) {
      nx = Math.max(nx, squares(map.x0Mm() - x0, step) + map.nx());
      ny = Math.max(ny, squares(map.y0Mm() - y0, step) + map.ny());
    }
    double[] sum = new double[Math.multiplyExact(nx, ny)];
    for (int s = 0; s < maps.size(); s++) {
      FluenceMap map = maps.get(s);
      double units = segments.get(s).monitorUnits();
      int corner = squares(map.y0Mm() - y0, step) * nx + squares(map.x0Mm() - x0, step);
      for (int j = 0; j < map.ny(); j++) {
        for (int i = 0; i < map.nx(); i++) {
          sum[corner + j * nx + i] += units * map.values()[j * map.nx() + i];
        }
      }
    }
    float[] values = new float[sum.length];
    for (int i = 0; i < sum.length; i++) {
      values[i] = (float) sum[i];
    }
    return new FluenceMap(x0, y0, step, nx, ny, values);
  }

  private static int squares(double lengthMm, double step) {
    return Math.toIntExact(Math.round(lengthMm / step));
  }
}
