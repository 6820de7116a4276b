package org.breathline.core.motion.management;

import java.util.List;
import org.breathline.core.geometry.Vector3;

/**
 * Where the target was in repeated breath-hold scans.
 *
 * @param positions one a scan, LPS mm, at least two
 */
public record BreathHoldScans(List<Vector3> positions) {

  /** Copies the list; throws {@link IllegalArgumentException} with fewer than two scans. */
  public BreathHoldScans {
    positions = List.copyOf(positions);
    if (positions.size() < 2) {
      throw new IllegalArgumentException("repeatability takes at least two breath-holds");
    }
  }

  /** The greatest distance between the positions of two scans, mm. */
  public double rangeMm() {
    double range = 0;
    for (Vector3 a : positions) {
      for (Vector3 b : positions) {
        range = Math.max(range, a.minus(b).length());
      }
    }
    return range;
  }

  /** The standard deviation of the position over the scans (n - 1), 3D, mm. */
  public double deviationMm() {
    Vector3 mean = Vector3.ZERO;
    for (Vector3 position : positions) {
      mean = mean.plus(position.times(1.0 / positions.size()));
    }
    double squares = 0;
    for (Vector3 position : positions) {
      Vector3 away = position.minus(mean);
      squares += away.dot(away);
    }
    return Math.sqrt(squares / (positions.size() - 1));
  }
}
