package org.breathline.core.segmentation;

import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.structure.RunLengthMask;

/**
 * The two lungs with the vessels and tumours that lie in them, without trachea and main bronchi.
 *
 * <p>The air of the lungs ({@link LungAir}) less the airways falls into a left and a right part; if
 * the two touch (at the anterior junction line a few tenths of a millimetre of pleura are between
 * them) they are eroded until they part and grown back by a watershed, so that the border lies
 * where the connection is thinnest. Each is then closed with a ball of {@link #CLOSING_MM} and its
 * cavities are filled. A tumour that is broader than the ball and grown to the wall stays outside.
 *
 * @param left the lung on the patient's left; empty if none was found
 * @param right the lung on the patient's right; empty if none was found
 * @param touching whether the two had to be parted
 */
public record Lungs(Optional<RunLengthMask> left, Optional<RunLengthMask> right, boolean touching) {

  /** The radius of the ball that fills vessels at the lungs' surface, mm. */
  public static final double CLOSING_MM = 9;

  /**
   * Finds the lungs.
   *
   * @param volume Hounsfield units, axial slices
   * @param airways what is to be left out; empty where no trachea is seen
   */
  public static Lungs of(ShortVolume volume, Optional<Airways> airways) {
    RunLengthMask air = LungAir.of(volume);
    if (air.runs() == 0) {
      return new Lungs(Optional.empty(), Optional.empty(), false);
    }
    Crop crop = Crop.around(air, CLOSING_MM + 2 * volume.grid().spacing().z());
    DenseMask parenchyma = new DenseMask(crop.of(air));
    airways.ifPresent(a -> remove(parenchyma, wall(crop.of(a.lumen()))));
    LungSplit split = LungSplit.of(parenchyma, MaskCentre.of(BodyMask.of(volume)).x());
    Optional<DenseMask> lumen = airways.map(a -> new DenseMask(crop.of(a.lumen())));
    Optional<RunLengthMask> left = split.part(LungSplit.LEFT).map(p -> whole(p, lumen));
    Optional<RunLengthMask> right =
        split.part(LungSplit.RIGHT).map(p -> whole(p, lumen)).map(r -> without(r, left));
    return new Lungs(left.map(crop::back), right.map(crop::back), split.touching());
  }

  /** Both lungs as one set; empty without lungs. */
  public Optional<RunLengthMask> both() {
    if (left.isEmpty() || right.isEmpty()) {
      return left.or(() -> right);
    }
    DenseMask both = new DenseMask(left.get());
    DenseMask other = new DenseMask(right.get());
    for (int i = 0; i < both.values().length; i++) {
      both.values()[i] |= other.at(i);
    }
    return Optional.of(both.sparse());
  }

  private static DenseMask wall(RunLengthMask lumen) {
    Grid grid = lumen.grid();
    return Morphology.dilated(new DenseMask(lumen), 1.01 * grid.spacing().x());
  }

  private static RunLengthMask whole(RunLengthMask air, Optional<DenseMask> airways) {
    DenseMask closed = Morphology.closed(new DenseMask(air), CLOSING_MM);
    airways.ifPresent(a -> remove(closed, a));
    return Morphology.filled(closed.sparse());
  }

  private static RunLengthMask without(RunLengthMask mask, Optional<RunLengthMask> other) {
    DenseMask rest = new DenseMask(mask);
    other.ifPresent(o -> remove(rest, new DenseMask(o)));
    return rest.sparse();
  }

  private static void remove(DenseMask from, DenseMask what) {
    for (int i = 0; i < from.values().length; i++) {
      from.values()[i] &= !what.at(i);
    }
  }
}
