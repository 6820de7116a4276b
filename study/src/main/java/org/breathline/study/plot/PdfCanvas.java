package org.breathline.study.plot;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.graphics.color.PDDeviceGray;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;

/** A canvas that is a part of a PDF page. */
public final class PdfCanvas implements Canvas {

  /** How far a quarter circle's control points are along its tangents, for radius 1. */
  private static final double KAPPA = 0.5523;

  private final PDDocument document;
  private final PDPageContentStream page;
  private final PdfFont font;
  private final double left;
  private final double top;

  /**
   * A canvas on a page.
   *
   * @param left where its origin is, points from the page's left edge
   * @param top where its origin is, points from the page's bottom edge
   */
  public PdfCanvas(
      PDDocument document, PDPageContentStream page, PdfFont font, double left, double top) {
    this.document = document;
    this.page = page;
    this.font = font;
    this.left = left;
    this.top = top;
  }

  @Override
  public void polyline(double[] xs, double[] ys, Stroke stroke) {
    draw(() -> {
      begin(stroke);
      path(xs, ys);
      page.stroke();
    });
  }

  @Override
  public void polygon(double[] xs, double[] ys, Paint fill) {
    draw(() -> {
      begin(fill);
      path(xs, ys);
      page.fill();
    });
  }

  @Override
  public void rectangle(Box box, Paint fill) {
    draw(() -> {
      begin(fill);
      path(box);
      page.fill();
    });
  }

  @Override
  public void frame(Box box, Stroke stroke) {
    draw(() -> {
      begin(stroke);
      path(box);
      page.stroke();
    });
  }

  @Override
  public void circle(double x, double y, double radius, Paint fill) {
    double handle = KAPPA * radius;
    draw(() -> {
      begin(fill);
      page.moveTo(x(x + radius), y(y));
      curve(x + radius, y + handle, x + handle, y + radius, x, y + radius);
      curve(x - handle, y + radius, x - radius, y + handle, x - radius, y);
      curve(x - radius, y - handle, x - handle, y - radius, x, y - radius);
      curve(x + handle, y - radius, x + radius, y - handle, x + radius, y);
      page.fill();
    });
  }

  @Override
  public void text(String text, double x, double y, TextStyle style) {
    draw(() -> font.show(page, text, x(x), y(y), style));
  }

  @Override
  public void image(GreyImage image, Box box) {
    draw(() -> {
      // The PNG-predicted stream goes in as it is: going through AWT would gain nothing.
      PDImageXObject object =
          new PDImageXObject(
              document,
              new ByteArrayInputStream(image.compressed()),
              COSName.FLATE_DECODE,
              image.width(),
              image.height(),
              8,
              PDDeviceGray.INSTANCE);
      COSDictionary prediction = new COSDictionary();
      prediction.setInt(COSName.PREDICTOR, 15);
      prediction.setInt(COSName.COLORS, 1);
      prediction.setInt(COSName.BITS_PER_COMPONENT, 8);
      prediction.setInt(COSName.COLUMNS, image.width());
      object.getCOSObject().setItem(COSName.DECODE_PARMS, prediction);
      object.setInterpolate(true);
      page.drawImage(
          object, x(box.x()), y(box.bottom()), (float) box.width(), (float) box.height());
    });
  }

  @Override
  public void clipped(Box box, Runnable drawing) {
    draw(() -> {
      page.saveGraphicsState();
      path(box);
      page.clip();
      drawing.run();
      page.restoreGraphicsState();
    });
  }

  private void begin(Stroke stroke) throws IOException {
    Rgb colour = stroke.paint().onPaper();
    page.setStrokingColor(colour.red() / 255f, colour.green() / 255f, colour.blue() / 255f);
    page.setLineWidth((float) stroke.width());
    page.setLineCapStyle(1);
    page.setLineJoinStyle(1);
    float[] dashes = new float[stroke.dashes().size()];
    for (int i = 0; i < dashes.length; i++) {
      dashes[i] = stroke.dashes().get(i).floatValue();
    }
    page.setLineDashPattern(dashes, 0);
  }

  private void begin(Paint fill) throws IOException {
    Rgb colour = fill.onPaper();
    page.setNonStrokingColor(colour.red() / 255f, colour.green() / 255f, colour.blue() / 255f);
  }

  private void path(double[] xs, double[] ys) throws IOException {
    if (xs.length != ys.length) {
      throw new IllegalArgumentException("%d x for %d y".formatted(xs.length, ys.length));
    }
    for (int i = 0; i < xs.length; i++) {
      if (i == 0) {
        page.moveTo(x(xs[i]), y(ys[i]));
      } else {
        page.lineTo(x(xs[i]), y(ys[i]));
      }
    }
  }

  private void path(Box box) throws IOException {
    page.addRect(x(box.x()), y(box.bottom()), (float) box.width(), (float) box.height());
  }

  private void curve(double x1, double y1, double x2, double y2, double x3, double y3)
      throws IOException {
    page.curveTo(x(x1), y(y1), x(x2), y(y2), x(x3), y(y3));
  }

  private float x(double x) {
    return (float) (left + x);
  }

  private float y(double y) {
    return (float) (top - y);
  }

  private interface Drawing {
    void run() throws IOException;
  }

  private static void draw(Drawing drawing) {
    try {
      drawing.run();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
