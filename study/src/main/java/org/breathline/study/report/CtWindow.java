package org.breathline.study.report;

/**
 * Which Hounsfield units are shown from black to white.
 *
 * @param name for captions
 * @param centreHu shown mid-grey
 * @param widthHu from black to white, above 0
 */
public record CtWindow(String name, double centreHu, double widthHu) {

  /** Lung tissue and vessels. */
  public static final CtWindow LUNG = new CtWindow("lung", -600, 1500);

  /** Soft tissue. */
  public static final CtWindow MEDIASTINUM = new CtWindow("mediastinum", 40, 400);

  /** The grey value of a Hounsfield unit, 0 to 255. */
  public int grey(double hu) {
    return (int) Math.round(255 * Math.clamp((hu - centreHu) / widthHu + 0.5, 0.0, 1.0));
  }

  /** The window in words. */
  public String words() {
    return "%s window (%.0f / %.0f HU)".formatted(name, centreHu, widthHu).replace('-', '\u2212');
  }
}
