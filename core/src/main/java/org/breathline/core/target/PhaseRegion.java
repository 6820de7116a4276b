package org.breathline.core.target;

import org.breathline.core.geometry.Vector3;
import org.breathline.core.structure.LevelSet;

/**
 * A region in one phase.
 *
 * @param percent the phase
 * @param weight the share of the time that the patient spends in it
 * @param region where it is there; its function is mm near the surface
 * @param centre the centre of its volume, LPS mm
 * @param residualMm the greatest error of turning the displacement field around at the region's
 *     surface, mm; large where the field folds or tears
 */
public record PhaseRegion(
    double percent, double weight, LevelSet region, Vector3 centre, double residualMm) {}
