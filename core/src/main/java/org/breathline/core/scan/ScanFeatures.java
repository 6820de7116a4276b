package org.breathline.core.scan;

import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.IntStream;
import org.breathline.core.scan.CouchPosition.Acquisition;
import org.breathline.kernel.BlockMeans;
import org.jspecify.annotations.Nullable;

/**
 * Gathers the {@link SliceFeatures} of a scan in one pass over its pixels. Slices may come in any
 * order and from any number of threads; what is kept is bounded before the first one comes.
 */
public final class ScanFeatures {

  /** The longer side of a thumbnail, if memory allows. */
  private static final int THUMBNAIL = 128;

  private final TimedScan scan;
  private final int factor;
  private final int[] images;
  private final AtomicReferenceArray<@Nullable SliceFeatures> features;

  /**
   * Prepares for a scan.
   *
   * @param scan what will come
   * @param factor the side of a thumbnail's pixel in pixels, see {@link #factor}
   * @throws IllegalArgumentException if two slices share an image number
   */
  public ScanFeatures(TimedScan scan, int factor) {
    this.scan = scan;
    this.factor = factor;
    this.images =
        scan.couchPositions().stream()
            .flatMap(c -> c.acquisitions().stream())
            .flatMap(a -> a.slices().stream())
            .mapToInt(TimedSlice::image)
            .sorted()
            .toArray();
    if (IntStream.range(1, images.length).anyMatch(i -> images[i] == images[i - 1])) {
      throw new IllegalArgumentException("two slices of the scan have the same image number");
    }
    this.features = new AtomicReferenceArray<>(images.length);
  }

  /**
   * Takes what was seen of a slice.
   *
   * @param image its number in {@link TimedSlice#image()}
   * @param seen by {@link SliceFeatures#of} with this scan's factor
   * @throws IllegalArgumentException if the scan has no such image
   */
  public void add(int image, SliceFeatures seen) {
    features.set(index(image), seen);
  }

  /**
   * Takes a slice's pixels; they are not kept.
   *
   * @param image its number in {@link TimedSlice#image()}
   * @param hu columns x rows Hounsfield units
   * @throws IllegalArgumentException if the scan has no such image
   */
  public void add(int image, short[] hu) {
    add(image, SliceFeatures.of(hu, scan.geometry(), factor));
  }

  /** The scan. */
  public TimedScan scan() {
    return scan;
  }

  /** Whether every slice of the scan has been added. */
  public boolean isComplete() {
    return IntStream.range(0, images.length).allMatch(i -> features.get(i) != null);
  }

  /** The columns of a thumbnail. */
  public int columns() {
    return BlockMeans.reduced(scan.geometry().columns(), factor);
  }

  /** The rows of a thumbnail. */
  public int rows() {
    return BlockMeans.reduced(scan.geometry().rows(), factor);
  }

  /**
   * What was seen of a slice.
   *
   * @throws IllegalStateException if it has not been added yet
   */
  public SliceFeatures of(int image) {
    SliceFeatures found = features.get(index(image));
    if (found == null) {
      throw new IllegalStateException("image %d has not been added".formatted(image));
    }
    return found;
  }

  /** What was seen of a slice of an acquisition. */
  public SliceFeatures of(int couchPosition, int acquisition, int slice) {
    return of(
        scan.couchPositions()
            .get(couchPosition)
            .acquisitions()
            .get(acquisition)
            .slices()
            .get(slice)
            .image());
  }

  /** The air in the slab of an acquisition, mm2 summed over its slices. */
  public double airMm2(Acquisition acquisition) {
    return acquisition.slices().stream().mapToDouble(s -> of(s.image()).airMm2()).sum();
  }

  /** The body in the slab of an acquisition, mm2 summed over its slices. */
  public double bodyMm2(Acquisition acquisition) {
    return acquisition.slices().stream().mapToDouble(s -> of(s.image()).bodyMm2()).sum();
  }

  private int index(int image) {
    int index = Arrays.binarySearch(images, image);
    if (index < 0) {
      throw new IllegalArgumentException("the scan has no image " + image);
    }
    return index;
  }

  /**
   * The side of a thumbnail's pixel in pixels: as small as memory allows.
   *
   * @param slices how many there are at most
   * @param maxBytes the most that their thumbnails may take together
   * @throws IllegalArgumentException if the smallest thumbnails do not fit
   */
  public static int factor(SliceGeometry geometry, int slices, long maxBytes) {
    int longer = Math.max(geometry.columns(), geometry.rows());
    for (int factor = Math.ceilDiv(longer, THUMBNAIL); factor <= Math.min(longer, 181); factor++) {
      long pixels =
          (long) BlockMeans.reduced(geometry.columns(), factor)
              * BlockMeans.reduced(geometry.rows(), factor);
      if (pixels * Short.BYTES * slices <= maxBytes) {
        return factor;
      }
    }
    throw new IllegalArgumentException("%d slices do not fit %d bytes".formatted(slices, maxBytes));
  }
}
