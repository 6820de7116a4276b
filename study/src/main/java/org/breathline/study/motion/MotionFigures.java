package org.breathline.study.motion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.motion.MotionPath;
import org.breathline.core.motion.ThoraxMotion;
import org.breathline.study.plot.Axis;
import org.breathline.study.plot.Figure;
import org.breathline.study.plot.Ink;
import org.breathline.study.plot.LinePlot;
import org.breathline.study.plot.LinePlot.Look;
import org.breathline.study.plot.LinePlot.Point;
import org.breathline.study.plot.LinePlot.Series;

/** The curves of motion over the phases. */
public final class MotionFigures {

  private static final double WIDTH = 460;
  private static final double HEIGHT = 190;
  private static final double WHOLE = 100;

  private MotionFigures() {}

  /** A structure's displacement from its mean position, along each axis, over the phases. */
  public static Figure path(String name, MotionPath path) {
    Vector3 mean = path.mean();
    List<Series> series =
        List.of(
            new Series("SI", over(path, p -> p.z() - mean.z()), Look.LINE_AND_DOTS, Ink.BLUE),
            new Series(
                "AP", over(path, p -> p.y() - mean.y()), Look.LINE_AND_RINGS, Ink.VERMILLION),
            new Series("LR", over(path, p -> p.x() - mean.x()), Look.DASHED, Ink.GREEN));
    String words =
        String.format(
            Locale.ROOT,
            "%s over the phases, displacement from the mean (superior, posterior and left are"
                + " positive): %.1f mm SI, %.1f mm AP, %.1f mm LR, %.1f mm in 3D.",
            name,
            path.peakToPeak().siMm(),
            path.peakToPeak().apMm(),
            path.peakToPeak().lrMm(),
            path.peakToPeak().vectorMm());
    return plot("displacement (mm)", series, words);
  }

  /** The air in the lungs over the phases. */
  public static Figure volumes(ThoraxMotion thorax) {
    List<Point> points =
        closed(thorax.phases().stream().map(p -> new Point(p.percent(), p.airMl())).toList());
    String words =
        String.format(
            Locale.ROOT,
            "Air of the lungs over the phases: %.0f mL at %.0f %%, %.0f mL at %.0f %%.",
            thorax.fullest().airMl(),
            thorax.fullest().percent(),
            thorax.emptiest().airMl(),
            thorax.emptiest().percent());
    return plot(
        "air (mL)", List.of(new Series("air", points, Look.LINE_AND_DOTS, Ink.BLUE)), words);
  }

  /** The heights of the domes over the phases; empty if none was found. */
  public static Optional<Figure> domes(ThoraxMotion thorax) {
    List<Series> series = new ArrayList<>();
    thorax
        .leftDome()
        .ifPresent(p ->
            series.add(new Series("left dome", over(p, Vector3::z), Look.LINE_AND_DOTS, Ink.BLUE)));
    thorax
        .rightDome()
        .ifPresent(p ->
            series.add(
                new Series(
                    "right dome", over(p, Vector3::z), Look.LINE_AND_RINGS, Ink.VERMILLION)));
    return series.isEmpty()
        ? Optional.empty()
        : Optional.of(
            plot("height (mm)", series, "Heights of the diaphragm's domes over the phases."));
  }

  private static List<Point> over(MotionPath path, ToDoubleFunction<Vector3> component) {
    return closed(
        path.positions().stream()
            .map(p -> new Point(p.percent(), component.applyAsDouble(p.point())))
            .toList());
  }

  /** The end of the breath is its beginning. */
  private static List<Point> closed(List<Point> points) {
    List<Point> closed = new ArrayList<>(points);
    closed.add(new Point(WHOLE + points.getFirst().x(), points.getFirst().y()));
    closed.removeIf(p -> p.x() > WHOLE);
    return closed;
  }

  private static Figure plot(String label, List<Series> series, String words) {
    double[] values =
        series.stream().flatMap(s -> s.points().stream()).mapToDouble(Point::y).toArray();
    return new LinePlot(
        Axis.exactly("phase (%, 0 at the end of inhalation)", 0, WHOLE, 10),
        Axis.around(label, values, 6),
        series,
        List.of(),
        WIDTH,
        HEIGHT,
        words);
  }
}
