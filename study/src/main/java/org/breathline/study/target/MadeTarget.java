package org.breathline.study.target;

import java.util.List;
import java.util.Optional;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.StructureType;
import org.breathline.core.target.BreathingMargin;
import org.breathline.core.target.InternalTarget;
import org.breathline.core.target.PhaseRegion;
import org.breathline.core.target.TargetReasons;
import org.breathline.core.target.TissueContact;
import org.breathline.study.report.OutlineFigure;

/**
 * Everything that was made of a target, before it is written.
 *
 * @param reference the image of the reference phase
 * @param tumour the tumour over the phases that count
 * @param tumourEverywhere the tumour in every phase, also of those that do not count
 * @param target the CTV over the phases that count
 * @param reasons of the target
 * @param contact of the tumour in the reference phase
 * @param middleX where the middle between the lungs is, LPS mm
 * @param projection the target drawn on a projection, if asked for
 * @param midVentilation the margin with breathing, and what it gives
 * @param regions to be written, in order
 */
record MadeTarget(
    ShortVolume reference,
    InternalTarget tumour,
    List<PhaseRegion> tumourEverywhere,
    InternalTarget target,
    TargetReasons reasons,
    TissueContact contact,
    double middleX,
    Optional<Projection> projection,
    MidVentilation midVentilation,
    List<Region> regions) {

  MadeTarget {
    tumourEverywhere = List.copyOf(tumourEverywhere);
    regions = List.copyOf(regions);
  }

  /** A named region. */
  record Region(String name, StructureType type, LevelSet region) {

    /** As figures draw it. */
    OutlineFigure.Outline outline() {
      return OutlineFigure.Outline.of(name, type, region);
    }
  }

  /** The tumour as drawn on a projection, and from which HU. */
  record Projection(LevelSet drawn, double thresholdHu) {}

  /**
   * The target in its mean position.
   *
   * @param margin with breathing and without
   * @param phase the mid-ventilation phase, with the CTV in it
   * @param offsetMm of the CTV in it from its mean position
   * @param planning the CTV with the margin
   * @param itvPlanning the ITV with the margin without breathing
   */
  record MidVentilation(
      BreathingMargin margin,
      PhaseRegion phase,
      double offsetMm,
      LevelSet planning,
      LevelSet itvPlanning) {}
}
