package org.breathline.study.plot;

import java.util.Base64;
import java.util.Locale;
import java.util.stream.Collectors;

/** A canvas that becomes one inline SVG image; theme colours are CSS variables. */
public final class SvgCanvas implements Canvas {

  private static final String FONTS = "'Liberation Sans',Arial,Helvetica,sans-serif";

  private final StringBuilder marks = new StringBuilder();

  private SvgCanvas() {}

  /**
   * Draws a figure.
   *
   * @return an {@code svg} element with the figure's alternative text, scaled to the width it is
   *     given
   */
  public static String draw(Figure figure) {
    SvgCanvas canvas = new SvgCanvas();
    figure.draw(canvas);
    String size = number(figure.width()) + " " + number(figure.height());
    return "<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\" viewBox=\"0 0 %s\" aria-label=\"%s\" font-family=\"%s\">%s</svg>"
        .formatted(size, escape(figure.alternative()), FONTS, canvas.marks);
  }

  @Override
  public void polyline(double[] xs, double[] ys, Stroke stroke) {
    marks
        .append("<polyline fill=\"none\" points=\"")
        .append(points(xs, ys))
        .append('"')
        .append(attributes(stroke))
        .append("/>");
  }

  @Override
  public void polygon(double[] xs, double[] ys, Paint fill) {
    marks
        .append("<polygon points=\"")
        .append(points(xs, ys))
        .append("\" fill=\"")
        .append(css(fill))
        .append("\"/>");
  }

  @Override
  public void rectangle(Box box, Paint fill) {
    marks
        .append("<rect")
        .append(attributes(box))
        .append(" fill=\"")
        .append(css(fill))
        .append("\"/>");
  }

  @Override
  public void frame(Box box, Stroke stroke) {
    marks
        .append("<rect")
        .append(attributes(box))
        .append(" fill=\"none\"")
        .append(attributes(stroke))
        .append("/>");
  }

  @Override
  public void circle(double x, double y, double radius, Paint fill) {
    marks.append(
        "<circle cx=\"%s\" cy=\"%s\" r=\"%s\" fill=\"%s\"/>"
            .formatted(number(x), number(y), number(radius), css(fill)));
  }

  @Override
  public void text(String text, double x, double y, TextStyle style) {
    String anchor = style.anchor().name().toLowerCase(Locale.ROOT);
    String turn =
        style.turned() ? " transform=\"rotate(-90 %s %s)\"".formatted(number(x), number(y)) : "";
    String weight =
        style.strong()
            ? " stroke=\"%s\" stroke-width=\"%s\""
                .formatted(css(style.paint()), number(style.size() * TextStyle.STRONG_OUTLINE))
            : "";
    // Pinned to the measured width, because a reader's font may be wider than Arial.
    String length =
        text.length() < 3
            ? ""
            : " textLength=\"%s\" lengthAdjust=\"spacingAndGlyphs\""
                .formatted(number(LiberationSans.width(text, style.size())));
    marks.append(
        "<text x=\"%s\" y=\"%s\" font-size=\"%s\" text-anchor=\"%s\" fill=\"%s\"%s%s%s>%s</text>"
            .formatted(
                number(x),
                number(y),
                number(style.size()),
                anchor,
                css(style.paint()),
                weight,
                turn,
                length,
                escape(text)));
  }

  @Override
  public void image(GreyImage image, Box box) {
    marks
        .append("<image")
        .append(attributes(box))
        .append(" preserveAspectRatio=\"none\" href=\"data:image/png;base64,")
        .append(Base64.getEncoder().encodeToString(image.png()))
        .append("\"/>");
  }

  /** A nested viewport clips without an identifier that could clash within the page. */
  @Override
  public void clipped(Box box, Runnable drawing) {
    marks.append(
        "<svg%s viewBox=\"%s %s %s %s\" overflow=\"hidden\">"
            .formatted(
                attributes(box),
                number(box.x()),
                number(box.y()),
                number(box.width()),
                number(box.height())));
    drawing.run();
    marks.append("</svg>");
  }

  /** Text for XML content and attributes; characters XML forbids become a replacement. */
  public static String escape(String text) {
    return text.codePoints()
        .mapToObj(c ->
            switch (c) {
              case '&' -> "&amp;";
              case '<' -> "&lt;";
              case '>' -> "&gt;";
              case '"' -> "&quot;";
              case '\'' -> "&#39;";
              default -> allowed(c) ? Character.toString(c) : "\uFFFD";
            })
        .collect(Collectors.joining());
  }

  private static boolean allowed(int c) {
    return c == '\t'
        || c == '\n'
        || c == '\r'
        || (c >= ' ' && c <= 0xD7FF)
        || (c >= 0xE000 && c <= 0xFFFD)
        || c > 0xFFFF;
  }

  /** A colour in CSS, with the colour on paper where the page defines no theme. */
  static String css(Paint paint) {
    return switch (paint) {
      case Ink ink -> "var(" + ink.variable() + "," + ink.onPaper().css() + ")";
      case Rgb rgb -> rgb.css();
    };
  }

  private static String attributes(Box box) {
    return " x=\"%s\" y=\"%s\" width=\"%s\" height=\"%s\""
        .formatted(number(box.x()), number(box.y()), number(box.width()), number(box.height()));
  }

  private static String attributes(Stroke stroke) {
    String dashes =
        stroke.dashes().isEmpty()
            ? ""
            : " stroke-dasharray=\"%s\""
                .formatted(
                    stroke.dashes().stream()
                        .map(SvgCanvas::number)
                        .collect(Collectors.joining(" ")));
    return " stroke=\"%s\" stroke-width=\"%s\" stroke-linejoin=\"round\" stroke-linecap=\"round\"%s"
        .formatted(css(stroke.paint()), number(stroke.width()), dashes);
  }

  private static StringBuilder points(double[] xs, double[] ys) {
    if (xs.length != ys.length) {
      throw new IllegalArgumentException("%d x for %d y".formatted(xs.length, ys.length));
    }
    StringBuilder points = new StringBuilder();
    for (int i = 0; i < xs.length; i++) {
      points.append(i == 0 ? "" : " ").append(number(xs[i])).append(',').append(number(ys[i]));
    }
    return points;
  }

  /** Two decimals, no trailing zeros: a hundredth of a point is below what any device shows. */
  static String number(double value) {
    if (!Double.isFinite(value)) {
      throw new IllegalArgumentException("not a place on a canvas: " + value);
    }
    long hundredths = Math.round(value * 100);
    String sign = hundredths < 0 ? "-" : "";
    long whole = Math.abs(hundredths) / 100;
    long rest = Math.abs(hundredths) % 100;
    if (rest == 0) {
      return sign + whole;
    }
    return sign + whole + (rest % 10 == 0 ? "." + rest / 10 : "." + (rest < 10 ? "0" : "") + rest);
  }
}
