package org.breathline.core.fourd;

/** How the dose of a phase is brought to the reference phase. */
public enum DoseMapping {
  /**
   * The dose at the point where a reference voxel's centre has gone, interpolated trilinearly (Rosu
   * et al. 2005). Simple, and neither energy nor mass is conserved.
   */
  DIRECT,
  /**
   * The energy of all the tissue that belongs to a reference voxel over its mass (energy and mass
   * congruent mapping: Zhong and Siebers 2009; divergent mapping: Siebers and Zhong 2008). The
   * voxel is divided, its parts carried to the phase with their corners, and energy (dose x density
   * x volume there) and mass are summed over the parts: as they tile the phase, none is counted
   * twice and none is lost.
   */
  CONGRUENT
}
