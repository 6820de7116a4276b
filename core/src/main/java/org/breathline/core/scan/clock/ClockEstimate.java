package org.breathline.core.scan.clock;

import java.util.List;
import java.util.Locale;
import org.breathline.core.respiration.ClockCorrection;

/**
 * The clocks as the images put them: a straight line through the shifts of the couch positions.
 *
 * <p>An offset from images cannot be told from a lag of the body behind the marker; a drift can.
 *
 * @param correction how the trace's clock reads by the images
 * @param offsetS trace time at the middle of the scan, less what it was taken to be, seconds
 * @param offsetUncertaintyS one standard deviation, seconds
 * @param driftPercent by how much faster the trace's clock runs than it was taken to
 * @param driftUncertaintyPercent one standard deviation; infinite where the couch positions were
 *     not scanned one after the other
 * @param residualS root mean square distance of the shifts from the line, seconds
 * @param ambiguity how well the best offset elsewhere explains the images, as a share of this one,
 *     0 to 1
 * @param positions one a couch position
 */
public record ClockEstimate(
    ClockCorrection correction,
    double offsetS,
    double offsetUncertaintyS,
    double driftPercent,
    double driftUncertaintyPercent,
    double residualS,
    double ambiguity,
    List<PositionShift> positions) {

  /** Copies the list. */
  public ClockEstimate {
    positions = List.copyOf(positions);
  }

  /** The figures in words. */
  public String figures() {
    String drift =
        Double.isFinite(driftUncertaintyPercent)
            ? String.format(
                Locale.ROOT,
                "drift %+.2f %% (uncertainty %.2f %%)",
                driftPercent,
                driftUncertaintyPercent)
            : "drift not known";
    return String.format(
        Locale.ROOT,
        "offset %+.2f s (uncertainty %.2f s), %s, residual %.2f s over %d of %d couch positions",
        offsetS,
        offsetUncertaintyS,
        drift,
        residualS,
        positions.stream().filter(PositionShift::used).count(),
        positions.size());
  }
}
