package org.breathline.study.report;

import java.util.List;
import org.breathline.study.plot.MapPanel;

/**
 * What follows from displacement fields, for a report. It holds no volumes.
 *
 * @param modelMeanMm how far the motion model is from the fields it was fitted to, on average over
 *     the lungs, mm
 * @param modelP95Mm 95th percentile
 * @param ventilation how much the lungs grow, place by place
 * @param tornShare share of the voxels of the mid-position CT at which the reference phase is torn
 */
public record FollowedMotion(
    double modelMeanMm, double modelP95Mm, VentilationResult ventilation, double tornShare) {

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
