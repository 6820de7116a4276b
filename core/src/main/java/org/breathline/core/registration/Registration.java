package org.breathline.core.registration;

import java.util.List;
import org.breathline.core.field.DisplacementField;

/**
 * What a registration of two volumes found.
 *
 * @param field where each point of the fixed volume is in the moving one
 * @param levels what happened, coarse to fine, part by part
 * @param unfolded voxels (of {@value ThoraxRegions#SPACING_MM} mm) around which the field had to be
 *     smoothed to be one to one; many of them mean trouble
 */
public record Registration(DisplacementField field, List<LevelReport> levels, int unfolded) {

  /** Copies the list. */
  public Registration {
    levels = List.copyOf(levels);
  }
}
