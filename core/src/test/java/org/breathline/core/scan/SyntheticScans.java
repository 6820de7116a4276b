package org.breathline.core.scan;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.scan.CouchPosition.Acquisition;

/** Cine scans without pixels. */
public final class SyntheticScans {

  public static final SliceGeometry GEOMETRY =
      new SliceGeometry(64, 64, 4, 4, new Vector3(-126, -126, 0), Orientation.AXIAL);

  private SyntheticScans() {}

  /**
   * A cine scan.
   *
   * @param startS first mid time
   * @param intervalS between acquisitions of a couch position
   * @param moveS between the last acquisition of one and the first of the next
   */
  public static TimedScan cine(
      int couchPositions,
      int slices,
      int acquisitions,
      double startS,
      double intervalS,
      double moveS) {
    List<CouchPosition> positions = new ArrayList<>();
    double time = startS;
    int image = 0;
    for (int p = 0; p < couchPositions; p++) {
      List<Acquisition> list = new ArrayList<>();
      for (int a = 0; a < acquisitions; a++) {
        List<TimedSlice> slab = new ArrayList<>();
        for (int s = 0; s < slices; s++) {
          slab.add(new TimedSlice(image++, 2.5 * (p * slices + s), time));
        }
        list.add(new Acquisition(time, slab));
        time += a == acquisitions - 1 ? moveS : intervalS;
      }
      positions.add(new CouchPosition(list));
    }
    return new TimedScan(GEOMETRY, 2.5, 0.5, positions);
  }
}
