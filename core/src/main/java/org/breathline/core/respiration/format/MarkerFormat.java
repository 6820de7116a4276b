package org.breathline.core.respiration.format;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.BreathingTrace.Validity;
import org.breathline.core.respiration.TraceWarning.Kind;
import org.breathline.core.respiration.recording.TraceRecording;

/**
 * Positions of one external marker in space, millimetres: columns for the time and x, y and z. The
 * amplitude is the first principal component of the motion about its mean. A row of zeros is a lost
 * marker. The sign of a principal component means nothing; it is chosen so that the component's
 * largest axis counts positive, and the breathing then says which way is inhalation.
 */
final class MarkerFormat implements TraceFormat {

  /** Below this share of the variance, the marker does not move along a line. */
  private static final double LINE_SHARE = 0.7;

  @Override
  public String name() {
    return "marker positions (time, x, y, z)";
  }

  @Override
  public boolean recognises(List<String> head) {
    return columns(head).isPresent();
  }

  private static Optional<NamedColumns> columns(List<String> head) {
    return NamedColumns.find(
        head,
        c -> c.time() >= 0 && c.indexOf("x") >= 0 && c.indexOf("y") >= 0 && c.indexOf("z") >= 0);
  }

  @Override
  public TraceRecording read(TextLines lines) throws TraceException {
    NamedColumns columns =
        columns(lines.head())
            .orElseThrow(() -> new TraceException(lines.file(), "expected columns time, x, y, z"));
    columns.skipTo(lines);
    Samples samples = new Samples(lines.file(), List.of());
    PointList points = new PointList();
    int[] axes = {columns.indexOf("x"), columns.indexOf("y"), columns.indexOf("z")};
    double[] point = new double[3];
    while (lines.next()) {
      if (lines.line().isBlank()) {
        continue;
      }
      double time;
      try {
        List<String> fields = columns.row(lines);
        time = columns.number(lines, fields, columns.time());
        for (int i = 0; i < 3; i++) {
          point[i] = columns.number(lines, fields, axes[i]);
        }
      } catch (TraceException e) {
        if (!lines.isUnfinished()) {
          throw e;
        }
        samples.warn(Kind.CUT_OFF, "the last line is cut off and was left out");
        break;
      }
      boolean lost = point[0] == 0 && point[1] == 0 && point[2] == 0;
      double present = lost ? Double.NaN : point[0] + point[1] + point[2];
      samples.add(
          lines.number(), time, present, lost ? Validity.LOST : Validity.VALID, new double[0]);
      points.add(point, Double.isNaN(present));
    }
    PrincipalComponent component = PrincipalComponent.of(points);
    samples.setAmplitudes(component.scores());
    if (component.varianceShare() < LINE_SHARE) {
      samples.warn(
          Kind.ASSUMPTION,
          "the marker does not move along a line: its main direction holds %.0f %% of the motion"
              .formatted(100 * component.varianceShare()));
    }
    OptionalDouble unit = columns.secondsPerUnit();
    return samples.recording(
        unit,
        BreathingTrace.Unit.MILLIMETRE,
        new BreathingTrace.Origin(Optional.empty(), Optional.empty(), "marker positions"));
  }
}
