package org.breathline.core.registration.quality;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.breathline.core.field.Composition;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.ImageWarp;
import org.breathline.core.field.JacobianDeterminant;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.Distribution;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.Volume;
import org.breathline.core.registration.LandmarkPair;
import org.breathline.core.structure.MaskWarp;
import org.breathline.core.structure.RunLengthMask;

/**
 * What was measured on a field.
 *
 * @param regions in the order they were asked for
 * @param foldedOutside voxels outside all regions whose determinant is not above 0
 * @param landmarks errors at the landmarks that were given; empty without any
 * @param automaticLandmarks errors at the landmarks that were found in the images; empty where too
 *     few were
 * @param maps the same measures voxel by voxel
 */
public record FieldQuality(
    List<RegionQuality> regions,
    long foldedOutside,
    Optional<LandmarkErrors> landmarks,
    Optional<LandmarkErrors> automaticLandmarks,
    Maps maps) {

  /** Beyond an image nothing is known: it counts neither for nor against a field. */
  private static final float UNSEEN = Float.NaN;

  /** Of fewer, no statistics are made. */
  private static final int LEAST_LANDMARKS = 10;

  /** Copies the list. */
  public FieldQuality {
    regions = List.copyOf(regions);
  }

  /**
   * Measures voxel by voxel, on the field's grid.
   *
   * @param jacobian determinants, without unit
   * @param residualHu the warped moving image less the fixed image, HU; NaN where one of them shows
   *     nothing
   * @param inverseConsistencyMm how far forth and back does not lead home, mm; empty without a
   *     reverse field
   * @param uncertaintyMm how far two independent engines differ, mm; empty without a second one
   */
  public record Maps(
      FloatVolume jacobian,
      FloatVolume residualHu,
      Optional<FloatVolume> inverseConsistencyMm,
      Optional<FloatVolume> uncertaintyMm) {}

  /** The measures in one region, if there is one of that name. */
  public Optional<RegionQuality> region(String name) {
    return regions.stream().filter(r -> r.name().equals(name)).findFirst();
  }

  /**
   * Measures a field.
   *
   * @param automatic landmarks found in the images without the field; may be empty
   */
  public static FieldQuality of(RegisteredPair pair, List<LandmarkPair> automatic) {
    DisplacementField field = pair.field();
    Grid grid = field.grid();
    FloatVolume fixed = on(pair.fixed(), new DisplacementField(grid));
    FloatVolume moving = on(pair.moving(), new DisplacementField(grid));
    FloatVolume warped = on(pair.moving(), field);
    forget(fixed, moving, warped);
    FloatVolume least = JacobianDeterminant.leastOfCells(field);
    FloatVolume jacobian = JacobianDeterminant.of(field);
    Optional<FloatVolume> consistency =
        pair.reverse().map(back -> lengths(Composition.of(field, back)));
    Optional<FloatVolume> disagreement = pair.otherEngine().map(other -> apart(field, other));
    List<RegionQuality> regions = new ArrayList<>();
    boolean[] covered = new boolean[grid.size()];
    for (EvaluationRegion region : pair.regions()) {
      RunLengthMask mask =
          region.mask().grid().equals(grid)
              ? region.mask()
              : MaskWarp.warp(region.mask(), new DisplacementField(grid), grid);
      mark(mask, covered);
      regions.add(
          new RegionQuality(
              region.name(),
              folded(MaskedValues.of(jacobian, mask)),
              folded(MaskedValues.of(least, mask)),
              Distribution.of(MaskedValues.of(jacobian, mask)),
              Similarity.of(fixed, moving, mask),
              Similarity.of(fixed, warped, mask),
              consistency.map(map -> Distribution.of(MaskedValues.of(map, mask))),
              disagreement.map(map -> Distribution.of(MaskedValues.of(map, mask)))));
    }
    long outside = 0;
    for (int at = 0; at < covered.length; at++) {
      outside += !covered[at] && jacobian.at(at) <= 0 ? 1 : 0;
      warped.values()[at] -= fixed.at(at);
    }
    return new FieldQuality(
        regions,
        outside,
        pair.landmarks().isEmpty()
            ? Optional.empty()
            : Optional.of(LandmarkErrors.of(field, pair.landmarks())),
        automatic.size() < LEAST_LANDMARKS
            ? Optional.empty()
            : Optional.of(LandmarkErrors.of(field, automatic)),
        new Maps(jacobian, warped, consistency, disagreement));
  }

  /** What one of the images does not show is compared neither before nor after. */
  private static void forget(FloatVolume fixed, FloatVolume moving, FloatVolume warped) {
    for (int at = 0; at < fixed.values().length; at++) {
      if (Float.isNaN(moving.at(at)) || Float.isNaN(warped.at(at))) {
        fixed.values()[at] = UNSEEN;
      }
    }
  }

  private static FloatVolume on(Volume image, DisplacementField field) {
    return switch (image) {
      case FloatVolume floats -> new ImageWarp(field).warp(floats, UNSEEN);
      case ShortVolume shorts -> new ImageWarp(field).warpToFloats(shorts, UNSEEN);
    };
  }

  private static long folded(float[] least) {
    long folded = 0;
    for (float determinant : least) {
      folded += determinant <= 0 ? 1 : 0;
    }
    return folded;
  }

  private static void mark(RunLengthMask mask, boolean[] covered) {
    int nx = mask.grid().nx();
    for (int row = 0; row < mask.rows(); row++) {
      for (int run = mask.firstRun(row); run < mask.firstRun(row + 1); run++) {
        Arrays.fill(covered, row * nx + mask.start(run), row * nx + mask.end(run), true);
      }
    }
  }

  private static FloatVolume lengths(DisplacementField field) {
    var lengths = new FloatVolume(field.grid());
    for (int at = 0; at < lengths.values().length; at++) {
      lengths.values()[at] = (float) field.at(at).length();
    }
    return lengths;
  }

  private static FloatVolume apart(DisplacementField field, DisplacementField other) {
    DisplacementField there =
        other.grid().equals(field.grid()) ? other : Composition.resampled(other, field.grid());
    var apart = new FloatVolume(field.grid());
    for (int at = 0; at < apart.values().length; at++) {
      apart.values()[at] = (float) field.at(at).minus(there.at(at)).length();
    }
    return apart;
  }
}
