package org.breathline.study.plot;

/** Light text with a dark rim: readable on air and on bone. */
public final class HaloedText {

  private static final Rgb HALO = Rgb.of(0x000000);

  private HaloedText() {}

  /** Draws text in a light style. */
  public static void draw(Canvas canvas, String text, double x, double y, TextStyle style) {
    TextStyle rim = new TextStyle(style.size(), HALO, style.anchor(), true, style.turned());
    for (int i = 0; i < 4; i++) {
      double dx = i % 2 == 0 ? -0.4 : 0.4;
      double dy = i < 2 ? -0.4 : 0.4;
      canvas.text(text, x + dx, y + dy, rim);
    }
    canvas.text(text, x, y, style);
  }
}
