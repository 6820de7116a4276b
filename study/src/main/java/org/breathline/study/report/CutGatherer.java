package org.breathline.study.report;

import java.util.Arrays;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.study.plot.ImagePanel.Sides;

/**
 * Collects a coronal and a sagittal cut of one volume from its slices as they pass by, so that the
 * volume is never held. Slices may come in any order and from several threads, each slice once.
 */
public final class CutGatherer {

  private final Grid grid;
  private final CutPlanes planes;
  private final short[] coronal;
  private final short[] sagittal;
  private final boolean superiorLast;

  /**
   * A gatherer for one volume.
   *
   * @throws IllegalArgumentException if the planes lie outside the grid
   */
  public CutGatherer(Grid grid, CutPlanes planes) {
    if (planes.column() < 0
        || planes.column() >= grid.nx()
        || planes.row() < 0
        || planes.row() >= grid.ny()) {
      throw new IllegalArgumentException("the cuts lie outside the volume: " + planes);
    }
    this.grid = grid;
    this.planes = planes;
    this.coronal = new short[grid.nx() * grid.nz()];
    this.sagittal = new short[grid.ny() * grid.nz()];
    this.superiorLast = positive(grid.orientation().normal());
    Arrays.fill(coronal, Cut.GAP);
    Arrays.fill(sagittal, Cut.GAP);
  }

  /**
   * Takes what the cuts need of one slice.
   *
   * @param slice its index along the normal
   * @param hu its Hounsfield units, rows one after the other
   */
  public void accept(int slice, short[] hu) {
    int line = superiorLast ? grid.nz() - 1 - slice : slice;
    boolean columnsTurned = !positive(grid.orientation().row());
    for (int i = 0; i < grid.nx(); i++) {
      int to = columnsTurned ? grid.nx() - 1 - i : i;
      coronal[line * grid.nx() + to] = hu[planes.row() * grid.nx() + i];
    }
    boolean rowsTurned = !positive(grid.orientation().column());
    for (int j = 0; j < grid.ny(); j++) {
      int to = rowsTurned ? grid.ny() - 1 - j : j;
      sagittal[line * grid.ny() + to] = hu[j * grid.nx() + planes.column()];
    }
  }

  /** The cut from side to side; slices not seen are gaps. */
  public Cut coronal() {
    return new Cut(
        grid.nx(),
        grid.nz(),
        grid.spacing().x(),
        grid.spacing().z(),
        sides(grid.orientation().row()),
        coronal);
  }

  /** The cut from front to back; slices not seen are gaps. */
  public Cut sagittal() {
    return new Cut(
        grid.ny(),
        grid.nz(),
        grid.spacing().y(),
        grid.spacing().z(),
        sides(grid.orientation().column()),
        sagittal);
  }

  private Sides sides(Vector3 across) {
    Vector3 right = positive(across) ? across : across.times(-1);
    Vector3 normal = grid.orientation().normal();
    Vector3 up = superiorLast ? normal : normal.times(-1);
    return new Sides(letter(right.times(-1)), letter(right), letter(up), letter(up.times(-1)));
  }

  /** Whether a direction's largest component runs to the left, to posterior or to superior. */
  private static boolean positive(Vector3 direction) {
    return largest(direction) > 0;
  }

  private static double largest(Vector3 d) {
    double x = Math.abs(d.x());
    double y = Math.abs(d.y());
    double z = Math.abs(d.z());
    if (x >= y && x >= z) {
      return d.x();
    }
    return y >= z ? d.y() : d.z();
  }

  /** The letter of the side of the patient that a direction mostly points to. */
  private static String letter(Vector3 d) {
    double most = largest(d);
    if (most == d.x()) {
      return most > 0 ? "L" : "R";
    }
    if (most == d.y()) {
      return most > 0 ? "P" : "A";
    }
    return most > 0 ? "S" : "I";
  }
}
