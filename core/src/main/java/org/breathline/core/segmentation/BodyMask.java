package org.breathline.core.segmentation;

import java.util.BitSet;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.structure.ConnectedComponents;
import org.breathline.core.structure.RunLengthMask;

/**
 * The patient's body: the largest connected part (voxels that share a face) of all that is at least
 * {@link #TISSUE_HU}, with its holes filled slice by slice. A pixel is outside if a path of
 * non-body pixels, each sharing an edge with the next, leads from it to the border of its slice.
 *
 * <p>Filling slice by slice is what keeps the lungs inside where the scan cuts through them and
 * through the airways at its two ends. The couch is another part, unless the patient's skin and the
 * couch share voxels; then the couch joins the body, and air within a hollow couch counts as a hole
 * in it.
 */
public final class BodyMask {

  /** The least HU of the body; half way between air and water lies at -500. */
  public static final int TISSUE_HU = -400;

  private BodyMask() {}

  /**
   * Finds the body.
   *
   * @param volume Hounsfield units; slices are assumed to be axial
   * @return the body with everything it encloses; empty where nothing is as dense as tissue
   */
  public static RunLengthMask of(ShortVolume volume) {
    return outside(volume).complement();
  }

  /** What is not body: the room, the couch, clothes. */
  static RunLengthMask outside(ShortVolume volume) {
    RunLengthMask rest = largest(tissue(volume)).complement();
    ConnectedComponents parts = ConnectedComponents.inSlices(rest);
    BitSet reached = new BitSet(rest.runs());
    int nx = rest.grid().nx();
    int ny = rest.grid().ny();
    for (int row = 0; row < rest.rows(); row++) {
      boolean borderRow = row % ny == 0 || row % ny == ny - 1;
      for (int run = rest.firstRun(row); run < rest.firstRun(row + 1); run++) {
        if (borderRow || rest.start(run) == 0 || rest.end(run) == nx) {
          reached.set(parts.component(run));
        }
      }
    }
    return rest.keeping(run -> reached.get(parts.component(run)));
  }

  private static RunLengthMask tissue(ShortVolume volume) {
    short[] values = volume.values();
    int nx = volume.grid().nx();
    var tissue = new RunLengthMask.Builder(volume.grid());
    for (int from = 0; from < values.length; from += nx) {
      int x = 0;
      while (x < nx) {
        while (x < nx && values[from + x] < TISSUE_HU) {
          x++;
        }
        int start = x;
        while (x < nx && values[from + x] >= TISSUE_HU) {
          x++;
        }
        tissue.add(start, x);
      }
      tissue.endRow();
    }
    return tissue.build();
  }

  private static RunLengthMask largest(RunLengthMask mask) {
    ConnectedComponents parts = ConnectedComponents.inSpace(mask);
    long[] sizes = parts.sizes();
    int largest = -1;
    for (int part = 0; part < sizes.length; part++) {
      if (sizes[part] > 0 && (largest < 0 || sizes[part] > sizes[largest])) {
        largest = part;
      }
    }
    int kept = largest;
    return mask.keeping(run -> parts.component(run) == kept);
  }
}
