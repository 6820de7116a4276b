package org.breathline.study.motion;

import java.util.List;
import java.util.Optional;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.motion.Ventilation;
import org.breathline.study.phases.RegisteredPhases;
import org.breathline.study.plot.MapPanel;
import org.breathline.study.register.JudgedPhases;
import org.breathline.study.report.CoronalMap;
import org.breathline.study.report.CutPlanes;

/**
 * What follows from displacement fields, for a report. It holds no volumes.
 *
 * @param modelMeanMm how far the motion model is from the fields it was fitted to, on average over
 *     the lungs, mm
 * @param modelP95Mm 95th percentile
 * @param ventilation how much the lungs grow, place by place
 * @param tornShare share of the voxels of the mid-position CT at which the reference phase is torn
 */
record FollowedMotion(
    double modelMeanMm, double modelP95Mm, VentilationResult ventilation, double tornShare) {

  /** Of an analysis; empty without lungs. */
  static Optional<FollowedMotion> of(FieldAnalysis analysis) {
    return analysis
        .growth()
        .flatMap(growth ->
            analysis
                .residualMm()
                .map(residual ->
                    new FollowedMotion(
                        residual.mean(),
                        residual.percentile95(),
                        ventilation(analysis.registered(), growth),
                        analysis.middle().tornShare())));
  }

  private static VentilationResult ventilation(
      RegisteredPhases registered, FieldAnalysis.Growth growth) {
    Ventilation ventilation = growth.ventilation();
    ShortVolume reference = registered.reference().volume();
    CutPlanes planes = JudgedPhases.planes(reference);
    Vector3 through = reference.grid().point(planes.column(), planes.row(), 0);
    return new VentilationResult(
        registered.reference().percent(),
        growth.toPercent(),
        ventilation.meanByJacobian(),
        ventilation.meanByDensity(),
        ventilation.correlation(),
        List.of(
            new MapPanel.Tile("by Jacobian", CoronalMap.of(ventilation.byJacobian(), through)),
            new MapPanel.Tile("by density", CoronalMap.of(ventilation.byDensity(), through)),
            new MapPanel.Tile("difference", CoronalMap.of(ventilation.difference(), through))));
  }

  /**
   * Ventilation in figures and coronal maps.
   *
   * @param fromPercent the phase it begins with, whose places it is shown at
   * @param toPercent the phase with the fullest lungs
   * @param meanByJacobian growth as a share of the volume, mean over the lungs
   * @param meanByDensity the same from the density
   * @param correlation of the two over the lungs
   * @param maps by Jacobian, by density, and their difference
   */
  public record VentilationResult(
      double fromPercent,
      double toPercent,
      double meanByJacobian,
      double meanByDensity,
      double correlation,
      List<MapPanel.Tile> maps) {

    /** Copies the list. */
    public VentilationResult {
      maps = List.copyOf(maps);
    }
  }
}
