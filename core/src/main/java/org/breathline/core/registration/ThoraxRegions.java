package org.breathline.core.registration;

import org.breathline.core.geometry.Grid;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.Volume;

/**
 * Where the lungs are in an image, and the body without them, as far as a registration needs to
 * know: at {@value #SPACING_MM} mm, vessels, fissures and enclosed tumours belonging to the lungs.
 * Unlike an organ's segmentation it also works where the field of view cuts the body or the lungs.
 *
 * @param lungs air and everything in it
 * @param rest the body without the lungs
 */
record ThoraxRegions(VoxelSet lungs, VoxelSet rest) {

  /** Fine enough for a pleura of a few voxels' width, coarse enough to take no time. */
  static final double SPACING_MM = 3;

  private static final double LUNG_HU = -400;
  private static final double FREE_AIR_HU = -930;

  /** Less air than this is no lung: stomach, bowel, a trachea. */
  private static final double LEAST_ML = 150;

  /** Vessels up to twice this thickness belong to the lung. */
  private static final int CLOSING = 3;

  /** Finds them. */
  static ThoraxRegions of(Volume volume) {
    Grid grid = LevelGrids.around(volume.grid(), volume.grid().orientation(), SPACING_MM);
    FloatVolume air = Resampling.of(volume, IntensityWindow.AIR, grid);
    VoxelSet low = below(air, LUNG_HU);
    VoxelSet room = below(air, FREE_AIR_HU).connectedTo(VoxelSet.border(grid, false));
    // Skin and the couch's cover lie between air and tissue: a shell too thin to survive shrinking.
    int least = (int) (LEAST_ML * 1000 / grid.voxelVolumeMm3());
    VoxelSet core = low.without(room.grown(1)).shrunk(1).partsOfAtLeast(least);
    VoxelSet open = core.grown(1 + CLOSING).shrunk(CLOSING);
    VoxelSet around = open.complement();
    VoxelSet lungs = around.connectedTo(VoxelSet.border(grid, true)).complement();
    VoxelSet rest = lungs.complement().without(room);
    return new ThoraxRegions(lungs, rest);
  }

  /** Whether there are lungs at all. */
  boolean hasLungs() {
    return lungs.count() > 0;
  }

  private static VoxelSet below(FloatVolume air, double hu) {
    VoxelSet set = new VoxelSet(air.grid());
    float limit = (float) IntensityWindow.AIR.of(hu);
    for (int i = 0; i < set.inside.length; i++) {
      set.inside[i] = air.values()[i] < limit;
    }
    return set;
  }
}
