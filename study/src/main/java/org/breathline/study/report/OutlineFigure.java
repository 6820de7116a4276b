package org.breathline.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.structure.DisplayColour;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.StructureType;
import org.breathline.core.structure.SurfaceMesh;
import org.breathline.study.plot.Box;
import org.breathline.study.plot.Canvas;
import org.breathline.study.plot.Figure;
import org.breathline.study.plot.GreyImage;
import org.breathline.study.plot.HaloedText;
import org.breathline.study.plot.ImagePanel;
import org.breathline.study.plot.Ink;
import org.breathline.study.plot.Rgb;
import org.breathline.study.plot.Stroke;
import org.breathline.study.plot.TextStyle;

/** Coronal, sagittal and axial planes through a point of an image, with the outlines of regions. */
public final class OutlineFigure implements Figure {

  private static final double WIDTH = 520;
  private static final double GAP = 8;
  private static final double CAPTION = 12;
  private static final double LEGEND = 16;

  /** What is shown around the regions, mm. */
  private static final double AROUND_MM = 25;

  private final List<PlaneCut> cuts;
  private final List<GreyImage> images = new ArrayList<>();
  private final List<List<List<double[]>>> outlines = new ArrayList<>();
  private final List<Outline> regions;
  private final CtWindow window;
  private final double side;

  /**
   * A region to be outlined.
   *
   * @param name for the legend
   * @param colour of its line
   * @param region negative inside
   */
  public record Outline(String name, Rgb colour, LevelSet region) {

    /** In the colour of a type of structure. */
    public static Outline of(String name, StructureType type, LevelSet region) {
      DisplayColour colour = DisplayColour.of(type);
      return new Outline(name, new Rgb(colour.red(), colour.green(), colour.blue()), region);
    }
  }

  /**
   * The figure.
   *
   * @param image what the regions are in
   * @param regions to be outlined, the first with the strongest line
   * @param middle what the planes run through, LPS mm
   * @param sizeMm width and height of the planes
   */
  public OutlineFigure(
      ShortVolume image, List<Outline> regions, Vector3 middle, double sizeMm, CtWindow window) {
    this.regions = List.copyOf(regions);
    this.window = window;
    this.cuts = PlaneCut.through(middle, sizeMm);
    for (PlaneCut cut : cuts) {
      images.add(cut.grey(image, window));
      outlines.add(regions.stream().map(r -> cut.outlines(r.region())).toList());
    }
    this.side = (WIDTH - (cuts.size() - 1) * GAP) / cuts.size();
  }

  /** The figure with planes large enough for all regions. */
  public static OutlineFigure around(
      ShortVolume image, List<Outline> regions, Vector3 middle, CtWindow window) {
    double reach = 0;
    for (Outline region : regions) {
      SurfaceMesh surface = SurfaceMesh.of(region.region());
      for (int t = 0; t < surface.size(); t++) {
        Vector3 away = surface.middle(t).minus(middle);
        double most = Math.max(Math.abs(away.x()), Math.abs(away.y()));
        reach = Math.max(reach, Math.max(most, Math.abs(away.z())));
      }
    }
    return new OutlineFigure(image, regions, middle, 2 * (reach + AROUND_MM), window);
  }

  @Override
  public double width() {
    return WIDTH;
  }

  @Override
  public double height() {
    return CAPTION + side + LEGEND;
  }

  @Override
  public String alternative() {
    return String.format(
        Locale.ROOT,
        "Coronal, sagittal and axial planes of %.0f mm, in the %s, with the outlines of %s.",
        cuts.getFirst().sizeMm(),
        window.words(),
        String.join(", ", regions.stream().map(Outline::name).toList()));
  }

  @Override
  public void draw(Canvas canvas) {
    for (int c = 0; c < cuts.size(); c++) {
      Box box = new Box(c * (side + GAP), CAPTION, side, side);
      PlaneCut cut = cuts.get(c);
      canvas.text(cut.name(), box.x(), CAPTION - 3.5, TextStyle.of(8, Ink.TEXT).heavier());
      canvas.image(images.get(c), box);
      List<List<double[]>> all = outlines.get(c);
      canvas.clipped(box, () -> outline(canvas, box, all));
      labels(canvas, box, cut.sides());
      scale(canvas, box, cut.sizeMm());
    }
    legend(canvas);
  }

  private void outline(Canvas canvas, Box box, List<List<double[]>> all) {
    for (int r = 0; r < all.size(); r++) {
      for (double[] loop : all.get(r)) {
        int points = loop.length / 2;
        double[] xs = new double[points + 1];
        double[] ys = new double[points + 1];
        for (int p = 0; p <= points; p++) {
          xs[p] = box.x() + loop[2 * (p % points)] * box.width();
          ys[p] = box.y() + loop[2 * (p % points) + 1] * box.height();
        }
        canvas.polyline(xs, ys, stroke(r));
      }
    }
  }

  private Stroke stroke(int region) {
    return Stroke.solid(regions.get(region).colour(), region == 0 ? 1.2 : 0.9);
  }

  private static void labels(Canvas canvas, Box box, ImagePanel.Sides sides) {
    TextStyle style = TextStyle.of(7, Rgb.of(0xFFFFFF)).centred();
    HaloedText.draw(canvas, sides.left(), box.x() + 5, box.centreY() + 2.4, style);
    HaloedText.draw(canvas, sides.right(), box.right() - 5, box.centreY() + 2.4, style);
    HaloedText.draw(canvas, sides.top(), box.centreX(), box.y() + 8, style);
    HaloedText.draw(canvas, sides.bottom(), box.centreX(), box.bottom() - 3, style);
  }

  private static void scale(Canvas canvas, Box box, double sizeMm) {
    double length = 20 * box.width() / sizeMm;
    double y = box.bottom() - 5;
    double right = box.right() - 5;
    canvas.line(right - length, y, right, y, Stroke.solid(Rgb.of(0x000000), 2.4));
    canvas.line(right - length, y, right, y, Stroke.solid(Rgb.of(0xFFFFFF), 1.2));
    HaloedText.draw(canvas, "20 mm", right, y - 3, TextStyle.of(5.5, Rgb.of(0xFFFFFF)).ending());
  }

  private void legend(Canvas canvas) {
    double x = 0;
    double y = CAPTION + side + 11;
    for (int r = 0; r < regions.size(); r++) {
      canvas.line(x, y - 2.5, x + 14, y - 2.5, stroke(r));
      canvas.text(regions.get(r).name(), x + 18, y, TextStyle.of(7.5, Ink.TEXT));
      x += 24 + 6 * regions.get(r).name().length();
    }
  }
}
