package org.breathline.core.segmentation;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.structure.RunLengthMask;

/**
 * A tumour in a lung, from one click in it.
 *
 * <p>The border is where the density falls half way from the tumour's to the lung's, found along
 * rays from the tumour's middle to fractions of a voxel. A ray that runs on where its neighbours
 * have ended has leaked: into a vessel, where few do, or into diaphragm, mediastinum or chest wall,
 * where many do. There the surface is carried on smoothly from the rays around, and the contact is
 * told. A tumour that is no star about its middle (horseshoes, clusters) is not described well.
 *
 * @param surface the border
 * @param mask the voxels whose centre lies within it
 * @param thresholdHu the density at the border
 * @param contacts where the border was not seen; empty if it was seen all around
 */
public record LungTumour(
    StarSurface surface, RunLengthMask mask, double thresholdHu, List<TumourContact> contacts) {

  /** Beyond this a mass is not grown from one click: its rays end here, mm. */
  public static final double MOST_RADIUS_MM = 45;

  /** With a larger share of its border unseen, the outline needs a person's eye. */
  public static final double RELIABLE_SHARE = 0.3;

  private static final double CLICK_MM = 6;
  private static final double NEIGHBOURHOOD_MM = 40;
  private static final double LEAST_CONTRAST = 250;

  /** Copies the list. */
  public LungTumour {
    contacts = List.copyOf(contacts);
  }

  /**
   * Grows a tumour.
   *
   * @param volume Hounsfield units
   * @param lungAir the air of the lungs as {@link LungAir} has it
   * @param seed a point in the tumour, LPS mm; a click in air is moved to tissue within 6 mm
   * @throws SeedException if the seed is outside the volume or not in dense tissue beside lung, or
   *     if no closed border is found
   */
  public static LungTumour of(ShortVolume volume, RunLengthMask lungAir, Vector3 seed)
      throws SeedException {
    Densities densities = Densities.around(volume, lungAir, seed);
    double threshold = densities.threshold();
    SurfaceFit fit = SurfaceFit.of(volume, densities.start(), threshold);
    RunLengthMask mask = fit.surface().mask(volume.grid());
    if (mask.runs() == 0) {
      throw new SeedException("what was found at the seed is smaller than a voxel");
    }
    return new LungTumour(fit.surface(), mask, threshold, ContactFinder.of(volume, fit, lungAir));
  }

  /** The share of the border that was not seen, vessels included, 0 to 1. */
  public double unseenShare() {
    return contacts.stream().mapToDouble(TumourContact::share).sum();
  }

  /** Whether plain region growing would have run out into an organ. */
  public boolean leaks() {
    return contacts.stream().anyMatch(c -> c.neighbour() != TumourContact.Neighbour.VESSEL);
  }

  /** Where to start and what is dense there. */
  private record Densities(Vector3 start, double tumourHu, double lungHu) {

    double threshold() {
      return 0.5 * (tumourHu + lungHu);
    }

    static Densities around(ShortVolume volume, RunLengthMask lungAir, Vector3 seed)
        throws SeedException {
      Grid grid = volume.grid();
      Vector3 index = grid.index(seed);
      if (index.x() < 0
          || index.y() < 0
          || index.z() < 0
          || index.x() > grid.nx() - 1
          || index.y() > grid.ny() - 1
          || index.z() > grid.nz() - 1) {
        throw new SeedException("the seed lies outside the images");
      }
      double lung = median(volume, lungAir, seed);
      if (Double.isNaN(lung)) {
        throw new SeedException(
            String.format(
                Locale.ROOT, "there is no lung within %.0f mm of the seed", NEIGHBOURHOOD_MM));
      }
      Vector3 start = densest(volume, seed, lung);
      double tumour = median(volume, start);
      if (tumour - lung < LEAST_CONTRAST) {
        throw new SeedException(
            String.format(
                Locale.ROOT,
                "at the seed the density is %.0f HU, the lung around it has %.0f HU: no tumour",
                tumour,
                lung));
      }
      return new Densities(start, tumour, lung);
    }

    /** The seed itself if it is in tissue, or the middle of tissue near by. */
    private static Vector3 densest(ShortVolume volume, Vector3 seed, double lungHu) {
      if (Sampling.linear(volume, seed) > lungHu + LEAST_CONTRAST) {
        return seed;
      }
      Vector3 best = seed;
      double value = Sampling.linear(volume, seed);
      for (int n = 0; n < Icosphere.INSTANCE.size(); n++) {
        for (double r = 1; r <= CLICK_MM; r += 1) {
          Vector3 point = seed.plus(Icosphere.INSTANCE.direction(n).times(r));
          double here = Sampling.linear(volume, point);
          if (here > value) {
            best = point;
            value = here;
          }
        }
      }
      return best;
    }

    /** Of the seed's voxel and its neighbours in space. */
    private static double median(ShortVolume volume, Vector3 point) {
      double step = 2;
      double[] values = new double[27];
      int n = 0;
      for (int a = -1; a <= 1; a++) {
        for (int b = -1; b <= 1; b++) {
          for (int c = -1; c <= 1; c++) {
            Vector3 at = point.plus(new Vector3(a * step, b * step, c * step));
            values[n++] = Sampling.linear(volume, at);
          }
        }
      }
      Arrays.sort(values);
      // Of a small tumour the corners are partly lung: its density is that of the denser third.
      return values[20];
    }

    private static double median(ShortVolume volume, RunLengthMask lungAir, Vector3 seed) {
      Crop crop = Crop.around(volume.grid(), seed, NEIGHBOURHOOD_MM);
      ShortVolume near = crop.of(volume);
      DenseMask air = new DenseMask(crop.of(lungAir));
      double[] values = new double[near.values().length];
      int count = 0;
      for (int i = 0; i < values.length; i++) {
        if (air.at(i)) {
          values[count++] = near.at(i);
        }
      }
      Arrays.sort(values, 0, count);
      return count == 0 ? Double.NaN : values[count / 2];
    }
  }
}
