package org.breathline.core.registration;

/**
 * A range of Hounsfield units that is mapped to 0..1, everything beyond it to 0 or 1.
 *
 * @param lowHu becomes 0
 * @param highHu becomes 1, above {@code lowHu}
 */
public record IntensityWindow(double lowHu, double highHu) {

  /** The lungs: air and chest wall are flat, so that the wall's structure has no say in them. */
  public static final IntensityWindow LUNG = new IntensityWindow(-920, -100);

  /** Fat, muscle, blood and organs; lung is flat. */
  public static final IntensityWindow SOFT_TISSUE = new IntensityWindow(-160, 240);

  /** From air to soft tissue: what lungs are found in. */
  public static final IntensityWindow AIR = new IntensityWindow(-1024, 0);

  /** Checks the order. */
  public IntensityWindow {
    if (!(lowHu < highHu)) {
      throw new IllegalArgumentException("no window from " + lowHu + " to " + highHu + " HU");
    }
  }

  /** The value that a Hounsfield unit is mapped to. */
  public double of(double hu) {
    return Math.clamp((hu - lowHu) / (highHu - lowHu), 0, 1);
  }
}
