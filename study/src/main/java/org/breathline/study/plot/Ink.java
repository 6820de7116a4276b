package org.breathline.study.plot;

import java.util.Locale;

/**
 * The colours of the report by what they are for. Hues are those of Okabe and Ito's colour-blind
 * safe palette (2008), darkened or lightened until they stand out from the background; no figure
 * tells things apart by hue alone.
 */
public enum Ink implements Paint {
  /** Words and figures. */
  TEXT(0x1B1F24, 0xE7EAEE),
  /** Secondary words: units, captions. */
  MUTED(0x57606A, 0xA5AEB8),
  /** Axes and table rules. */
  RULE(0xB4BBC4, 0x4A525C),
  /** Grid lines behind data. */
  GRID(0xE4E8EC, 0x2B3138),
  /** The page. */
  SURFACE(0xFFFFFF, 0x14171B),
  /** A quiet fill: table heads, strips. */
  PANEL(0xF3F5F7, 0x1E2329),
  /** A fill behind data that marks a stretch of time. */
  SHADE(0xE3EEF6, 0x1B2E3D),
  /** A fill behind data that is not to be trusted. */
  DOUBT(0xF6E7DA, 0x3D2A1C),
  /** The first series. */
  BLUE(0x0072B2, 0x56B4E9),
  /** The second series, and warnings. */
  VERMILLION(0xC04F00, 0xF0905A),
  /** The third series, and what is in order. */
  GREEN(0x007A58, 0x3CC9A0);

  private final int light;
  private final int dark;

  Ink(int light, int dark) {
    this.light = light;
    this.dark = dark;
  }

  @Override
  public Rgb onPaper() {
    return Rgb.of(light);
  }

  /** The colour on a dark screen. */
  public Rgb onDark() {
    return Rgb.of(dark);
  }

  /** The name of the CSS variable that holds it, {@code --ink-text}. */
  public String variable() {
    return "--ink-" + name().toLowerCase(Locale.ROOT);
  }
}
