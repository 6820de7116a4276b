package org.breathline.core.registration.quality;

import java.util.Optional;
import org.breathline.core.image.Distribution;

/**
 * What was measured in one region, on the field's grid.
 *
 * @param name of the region, in words
 * @param folded voxels whose determinant is not above 0: the field folds
 * @param foldedCells voxels at which a trilinear cell's determinant is not above 0: it folds or
 *     slides between neighbours
 * @param jacobian of the determinants (central differences), without unit
 * @param before the moving image as it is against the fixed one
 * @param after the warped moving image against the fixed one
 * @param inverseConsistencyMm how far forth and back does not lead home, mm; empty without a
 *     reverse field
 * @param disagreementMm how far the two engines differ, mm; empty without a second one
 */
public record RegionQuality(
    String name,
    long folded,
    long foldedCells,
    Distribution jacobian,
    Similarity before,
    Similarity after,
    Optional<Distribution> inverseConsistencyMm,
    Optional<Distribution> disagreementMm) {}
