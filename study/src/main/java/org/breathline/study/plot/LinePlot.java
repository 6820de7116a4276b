package org.breathline.study.plot;

import java.util.Arrays;
import java.util.List;

/** Series of points and lines over a pair of axes. */
public final class LinePlot implements Figure {

  private static final double LEGEND = 15;

  /** How a series is drawn; shapes differ, so that series are told apart without colour. */
  public enum Look {
    /** A line. */
    LINE,
    /** A dashed line. */
    DASHED,
    /** A dot at every point. */
    DOTS,
    /** A cross at every point. */
    CROSSES,
    /** A line with a dot at every point. */
    LINE_AND_DOTS,
    /** A line with an open ring at every point. */
    LINE_AND_RINGS
  }

  /**
   * A point.
   *
   * @param y its value; NaN leaves a gap
   */
  public record Point(double x, double y) {}

  /**
   * One series.
   *
   * @param name for the legend
   * @param points in the order they are joined
   */
  public record Series(String name, List<Point> points, Look look, Paint paint) {

    /** Copies the list. */
    public Series {
      points = List.copyOf(points);
    }
  }

  /**
   * A word beside a point.
   *
   * @param x where the point is
   * @param y its value
   * @param text the word
   * @param above whether it stands above or below
   */
  public record Note(double x, double y, String text, boolean above) {}

  private final Axis x;
  private final Axis y;
  private final List<Series> series;
  private final List<Note> notes;
  private final double width;
  private final double height;
  private final String alternative;

  /**
   * A plot.
   *
   * @param width in points
   * @param height in points
   */
  public LinePlot(
      Axis x,
      Axis y,
      List<Series> series,
      List<Note> notes,
      double width,
      double height,
      String alternative) {
    this.x = x;
    this.y = y;
    this.series = List.copyOf(series);
    this.notes = List.copyOf(notes);
    this.width = width;
    this.height = height;
    this.alternative = alternative;
  }

  @Override
  public double width() {
    return width;
  }

  @Override
  public double height() {
    return height;
  }

  @Override
  public String alternative() {
    return alternative;
  }

  @Override
  public void draw(Canvas canvas) {
    double top = series.size() > 1 ? LEGEND : 0;
    Box area = Axes.area(new Box(0, top, width, height - top), x, y);
    if (series.size() > 1) {
      legend(canvas, area.x());
    }
    Axes.draw(canvas, area, x, y);
    Scale across = x.between(area.x(), area.right());
    Scale up = y.between(area.bottom(), area.y());
    // Half a mark may stand out of the area, a value beyond the axes may not.
    Box bounds = new Box(area.x() - 3, area.y() - 3, area.width() + 6, area.height() + 6);
    canvas.clipped(bounds, () -> series.forEach(s -> draw(canvas, s, across, up)));
    for (Note note : notes) {
      double place = up.place(note.y()) + (note.above() ? -6 : 12);
      canvas.text(
          note.text(), across.place(note.x()), place, TextStyle.of(7.5, Ink.TEXT).centred());
    }
  }

  private void legend(Canvas canvas, double left) {
    double at = left;
    for (Series one : series) {
      double[] xs =
          one.look() == Look.LINE || one.look() == Look.DASHED
              ? new double[] {at, at + 16}
              : new double[] {at + 1, at + 8, at + 15};
      double[] ys = new double[xs.length];
      Arrays.fill(ys, 5);
      if (one.look() == Look.DOTS || one.look() == Look.CROSSES) {
        xs = new double[] {at + 8};
        ys = new double[] {5};
      }
      mark(canvas, one, xs, ys);
      canvas.text(one.name(), at + 20, 7.6, TextStyle.of(7.5, Ink.MUTED));
      at += 34 + LiberationSans.width(one.name(), 7.5);
    }
  }

  private static void draw(Canvas canvas, Series series, Scale across, Scale up) {
    List<Point> points = series.points();
    int start = 0;
    while (start < points.size()) {
      int end = start;
      while (end < points.size() && Double.isFinite(points.get(end).y())) {
        end++;
      }
      if (end > start) {
        List<Point> unbroken = points.subList(start, end);
        mark(
            canvas,
            series,
            unbroken.stream().mapToDouble(p -> across.place(p.x())).toArray(),
            unbroken.stream().mapToDouble(p -> up.place(p.y())).toArray());
      }
      start = end + 1;
    }
  }

  private static void mark(Canvas canvas, Series series, double[] xs, double[] ys) {
    switch (series.look()) {
      case LINE -> canvas.polyline(xs, ys, Stroke.solid(series.paint(), 1.1));
      case DASHED -> canvas.polyline(xs, ys, Stroke.dashed(series.paint(), 1.1));
      case DOTS -> dots(canvas, series, xs, ys);
      case CROSSES -> {
        for (int i = 0; i < xs.length; i++) {
          cross(canvas, xs[i], ys[i], Stroke.solid(series.paint(), 1.1));
        }
      }
      case LINE_AND_DOTS -> {
        canvas.polyline(xs, ys, Stroke.solid(series.paint(), 1.1));
        dots(canvas, series, xs, ys);
      }
      case LINE_AND_RINGS -> {
        canvas.polyline(xs, ys, Stroke.solid(series.paint(), 1.1));
        dots(canvas, series, xs, ys);
        for (int i = 0; i < xs.length; i++) {
          canvas.circle(xs[i], ys[i], 1.2, Ink.SURFACE);
        }
      }
    }
  }

  private static void dots(Canvas canvas, Series series, double[] xs, double[] ys) {
    for (int i = 0; i < xs.length; i++) {
      canvas.circle(xs[i], ys[i], 2.1, series.paint());
    }
  }

  private static void cross(Canvas canvas, double x, double y, Stroke stroke) {
    canvas.line(x - 2, y - 2, x + 2, y + 2, stroke);
    canvas.line(x - 2, y + 2, x + 2, y - 2, stroke);
  }
}
