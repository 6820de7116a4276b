package org.breathline.core.qa;

/**
 * How far figures may be from what is programmed.
 *
 * @param amplitudeMm peak to peak along the axis
 * @param offAxisMm peak to peak across it
 * @param positionMm in each phase
 * @param placeMm of the middle of the motion, where it is given
 * @param phaseLagS of the scan's phases behind the programmed motion
 * @param volumePercent in each phase, of the nominal volume
 * @param densityHu of the core
 * @param artefactPercent out of shape in each phase, of the nominal volume
 * @param periodS of trace and images
 */
public record Tolerances(
    double amplitudeMm,
    double offAxisMm,
    double positionMm,
    double placeMm,
    double phaseLagS,
    double volumePercent,
    double densityHu,
    double artefactPercent,
    double periodS) {

  /**
   * The defaults. The task groups have no tolerances for the figures of a 4DCT of a moving phantom;
   * those below that have no source are this system's own.
   *
   * <ul>
   *   <li>amplitude, position: 2 mm, own
   *   <li>off the axis: 1 mm, as AAPM TG-66 has it for spatial integrity
   *   <li>place: 2 mm, as AAPM TG-66 has it for the lasers
   *   <li>lag: 0.1 s, as AAPM TG-142 has it for the temporal accuracy of gating
   *   <li>period: 0.1 s, own, after the former
   *   <li>volume: 10 %, own
   *   <li>density: 20 HU, own; for water AAPM TG-66 has 5 HU, to be given with the insert
   *   <li>out of shape: 10 %, own
   * </ul>
   */
  public static final Tolerances DEFAULT = new Tolerances(2, 1, 2, 2, 0.1, 10, 20, 10, 0.1);
}
