package org.breathline.core.motion;

/**
 * How far something moves over a breath.
 *
 * @param lrMm between its leftmost and rightmost position, mm
 * @param apMm between its most anterior and most posterior position, mm
 * @param siMm between its uppermost and lowest position, mm
 * @param vectorMm the greatest distance between any two of its positions, mm; not the root of the
 *     three squares, which a path with hysteresis never runs
 */
public record PeakToPeak(double lrMm, double apMm, double siMm, double vectorMm) {

  /**
   * Motion beyond this in any direction is to be managed (AAPM TG-76: Keall et al., Med Phys 33,
   * 3874, 2006, section VI), mm.
   */
  public static final double TG76_MM = 5;

  /** Whether motion is beyond TG-76's 5 mm in any direction, oblique ones included. */
  public boolean isBeyondTg76() {
    return vectorMm > TG76_MM;
  }
}
