package org.breathline.study.target;

import java.util.List;
import org.breathline.study.output.Provenance;
import org.jspecify.annotations.Nullable;

/**
 * An internal target volume in figures; the JSON of {@code itv --json} and itv.json.
 *
 * @param result the folder
 * @param method union, mip, average or midv
 * @param referencePercent the phase on which everything is drawn
 * @param window the phases that count
 * @param volumes of what was made, in the order of the structure set
 * @param motion of the tumour's centre
 * @param phases one for each that counts
 * @param extents how far the ITV reaches beyond the CTV of the reference phase, side by side
 * @param contact of the tumour with dense tissue
 * @param projection what drawing on a projection would have given; absent unless asked for
 * @param midVentilation the margin that covers breathing without an ITV
 * @param registration how the phases were tied
 * @param planning the image that is planned on; absent unless one was chosen
 * @param notices what has to be known before relying on it
 * @param provenance how it came to be
 */
public record TargetSummary(
    String result,
    String method,
    double referencePercent,
    String window,
    List<NamedVolume> volumes,
    Motion motion,
    List<PhaseFigures> phases,
    List<ExtentFigures> extents,
    ContactFigures contact,
    @Nullable ProjectionFigures projection,
    MidVentilationFigures midVentilation,
    RegistrationFigures registration,
    @Nullable PlanningFigures planning,
    List<NoticeFigures> notices,
    Provenance provenance) {

  /** Copies the lists. */
  public TargetSummary {
    volumes = List.copyOf(volumes);
    phases = List.copyOf(phases);
    extents = List.copyOf(extents);
    notices = List.copyOf(notices);
  }

  /** The same with what is planned on. */
  TargetSummary withPlanning(PlanningFigures chosen) {
    return new TargetSummary(
        result,
        method,
        referencePercent,
        window,
        volumes,
        motion,
        phases,
        extents,
        contact,
        projection,
        midVentilation,
        registration,
        chosen,
        notices,
        provenance);
  }

  /** A structure and its volume, by its surface, mL. */
  public record NamedVolume(String name, String type, double volumeMl) {}

  /** Millimetres along the patient's axes: left, posterior and superior are positive. */
  public record Axes(double lr, double ap, double si) {}

  /** Peak to peak along the axes, and between the two positions furthest from each other, mm. */
  public record Motion(Axes peakToPeakMm, double vectorMm) {}

  /**
   * A phase.
   *
   * @param percent the phase
   * @param weight the share of the time that it stands for
   * @param volumeMl the tumour's in it
   * @param shiftMm of its centre from where it is in the reference phase
   * @param surfaceShare of the ITV that this phase made
   * @param aloneShare of the ITV's volume that no other phase reaches
   * @param residualMm the greatest error of turning the field around at the tumour's surface
   */
  public record PhaseFigures(
      double percent,
      double weight,
      double volumeMl,
      Axes shiftMm,
      double surfaceShare,
      double aloneShare,
      double residualMm) {}

  /**
   * How far the ITV reaches on a side, and what made it.
   *
   * @param side of the patient
   * @param beyondMm further than the CTV of the reference phase
   * @param percent the phase that reaches furthest
   * @param shiftMm the tumour's position in it, from the reference phase's
   */
  public record ExtentFigures(String side, double beyondMm, double percent, Axes shiftMm) {}

  /**
   * Where the tumour touches dense tissue.
   *
   * @param share of its surface
   * @param neighbours diaphragm, mediastinum or chest wall, as the side tells
   */
  public record ContactFigures(double share, List<String> neighbours) {

    /** Copies the list. */
    public ContactFigures {
      neighbours = List.copyOf(neighbours);
    }
  }

  /**
   * A target drawn on a projection, against the union over the phases.
   *
   * @param kind mip or average
   * @param thresholdHu from which it is drawn
   * @param volumeMl its volume by voxels
   * @param unionMl of the union, by voxels
   * @param missingPercent by how much it is smaller
   * @param dice overlap
   * @param meanSurfaceMm mean distance of the surfaces
   * @param hausdorff95Mm 95th percentile
   */
  public record ProjectionFigures(
      String kind,
      double thresholdHu,
      double volumeMl,
      double unionMl,
      double missingPercent,
      double dice,
      double meanSurfaceMm,
      double hausdorff95Mm) {}

  /**
   * Van Herk's margin with its inputs, and what it saves.
   *
   * @param phasePercent the mid-ventilation phase
   * @param offsetMm of the tumour in it from its mean position
   * @param systematicMm standard deviation of the systematic errors
   * @param randomMm of the random errors
   * @param penumbraMm of the beam's edge
   * @param beta of the prescribed isodose
   * @param marginMm with breathing
   * @param setupMarginMm without it
   * @param ptvMl the CTV of that phase with the margin
   * @param itvPtvMl the ITV with the margin without breathing
   * @param savedMl how much smaller it is
   * @param savedPercent the same, of the ITV's
   */
  public record MidVentilationFigures(
      double phasePercent,
      double offsetMm,
      Axes systematicMm,
      Axes randomMm,
      double penumbraMm,
      double beta,
      Axes marginMm,
      Axes setupMarginMm,
      double ptvMl,
      double itvPtvMl,
      double savedMl,
      double savedPercent) {}

  /**
   * How the phases were tied.
   *
   * @param closureMeanMm mean difference of the two ways around the breath to the opposite phase
   * @param unfolded places where fields had to be smoothed to be one to one, in all phases
   */
  public record RegistrationFigures(double closureMeanMm, int unfolded) {}

  /** Something to know. */
  public record NoticeFigures(String severity, String message) {}
}
