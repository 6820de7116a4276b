package org.breathline.core.segmentation;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.segmentation.TumourContact.Neighbour;
import org.breathline.core.structure.RunLengthMask;

/** Tells what a tumour touches in the directions in which its border was not seen. */
final class ContactFinder {

  /** A patch narrower than this share of the tumour's surface is no organ's. */
  private static final double VESSEL_SHARE = 0.035;

  /** What is thicker than this is no vessel. */
  private static final double ORGAN_MM = 12;

  private static final double BONE_HU = 200;
  private static final double BEYOND_MM = 25;
  private static final double STEP_MM = 1;
  private static final double DOWNWARD = 0.5;

  private ContactFinder() {}

  static List<TumourContact> of(ShortVolume volume, SurfaceFit fit, RunLengthMask lungAir) {
    Map<Neighbour, Double> shares = new EnumMap<>(Neighbour.class);
    double middleX = MaskCentre.of(lungAir).x();
    for (BitSet patch : patches(fit.unseen())) {
      double share = (double) patch.cardinality() / Icosphere.INSTANCE.size();
      boolean wide = share > VESSEL_SHARE && goesOn(volume, fit, patch);
      Neighbour neighbour = wide ? organ(volume, fit.surface(), patch, middleX) : Neighbour.VESSEL;
      shares.merge(neighbour, share, Double::sum);
    }
    List<TumourContact> contacts = new ArrayList<>();
    shares.forEach((neighbour, share) -> contacts.add(new TumourContact(neighbour, share)));
    return contacts;
  }

  /** Whether most of a patch's rays stay in dense tissue: not so in a vessel, which is narrow. */
  private static boolean goesOn(ShortVolume volume, SurfaceFit fit, BitSet patch) {
    int dense = 0;
    for (int n = patch.nextSetBit(0); n >= 0; n = patch.nextSetBit(n + 1)) {
      Vector3 direction = Icosphere.INSTANCE.direction(n);
      double from = fit.surface().radiusMm(direction);
      boolean all = true;
      for (double r = from; r < from + ORGAN_MM && all; r += STEP_MM) {
        Vector3 point = fit.surface().centre().plus(direction.times(r));
        all = Sampling.linear(volume, point) > fit.thresholdHu();
      }
      dense += all ? 1 : 0;
    }
    return 2 * dense > patch.cardinality();
  }

  private static Neighbour organ(
      ShortVolume volume, StarSurface surface, BitSet patch, double middleX) {
    Vector3 mean = Vector3.ZERO;
    int bony = 0;
    for (int n = patch.nextSetBit(0); n >= 0; n = patch.nextSetBit(n + 1)) {
      Vector3 direction = Icosphere.INSTANCE.direction(n);
      mean = mean.plus(direction);
      double from = surface.radiusMm(direction);
      for (double r = from; r < from + BEYOND_MM; r += STEP_MM) {
        if (Sampling.linear(volume, surface.centre().plus(direction.times(r))) > BONE_HU) {
          bony++;
          break;
        }
      }
    }
    mean = mean.times(1 / mean.length());
    if (-mean.z() > DOWNWARD) {
      return Neighbour.DIAPHRAGM;
    }
    boolean inward = mean.x() * (middleX - surface.centre().x()) > 0;
    if (4 * bony > patch.cardinality() && !inward) {
      return Neighbour.CHEST_WALL;
    }
    return inward && Math.abs(mean.x()) > Math.abs(mean.y())
        ? Neighbour.MEDIASTINUM
        : Neighbour.CHEST_WALL;
  }

  /** Directions that lie next to each other, together. */
  private static List<BitSet> patches(BitSet directions) {
    List<BitSet> patches = new ArrayList<>();
    BitSet left = (BitSet) directions.clone();
    while (!left.isEmpty()) {
      BitSet patch = new BitSet();
      var queue = new IntQueue();
      queue.add(left.nextSetBit(0));
      left.clear(left.nextSetBit(0));
      while (!queue.isEmpty()) {
        int n = queue.remove();
        patch.set(n);
        for (int other : Icosphere.INSTANCE.neighbours(n)) {
          if (left.get(other)) {
            left.clear(other);
            queue.add(other);
          }
        }
      }
      patches.add(patch);
    }
    return patches;
  }
}
