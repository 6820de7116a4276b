package org.breathline.core.dose;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.dose.photon.Ring;
import org.breathline.core.dose.photon.RingTable;
import org.breathline.kernel.ConeExponentials;
import org.breathline.kernel.ConePath;

/**
 * The directions of cones as paths through the cells of a fan, the same for all beams: those that
 * go mainly along y or away from the source pass the cells as they are, those along x pass them
 * with x and y exchanged.
 */
record ConeDirections(List<ConePath> straight, List<ConePath> exchanged) {

  /** Turns the rings against the cells, so that no two lines coincide. */
  private static final double TURN = 0.63;

  /**
   * Lays out directions.
   *
   * @param nx cells along x
   * @param ny cells along y
   * @param nz planes
   * @param cellCm width of a cell at the isocentre
   * @param azimuths directions of each ring
   */
  static ConeDirections of(int nx, int ny, int nz, double cellCm, RingTable table, int azimuths) {
    ConeDirections directions = new ConeDirections(new ArrayList<>(), new ArrayList<>());
    int number = 0;
    for (Ring ring : table.rings()) {
      ConeExponentials cone = part(ring.exponentials(), azimuths);
      for (int azimuth = 0; azimuth < azimuths; azimuth++) {
        double phi = (azimuth + TURN + 0.5 * (number & 1)) * 2 * Math.PI / azimuths;
        double x = Math.sin(ring.angleRad()) * Math.cos(phi);
        double y = Math.sin(ring.angleRad()) * Math.sin(phi);
        double z = Math.cos(ring.angleRad());
        double most = Math.max(Math.abs(x), Math.max(Math.abs(y), Math.abs(z)));
        double way = cellCm / most;
        if (most == Math.abs(z)) {
          directions.straight.add(new ConePath(true, z < 0, x / most, y / most, nz, way, cone));
        } else if (most == Math.abs(y)) {
          directions.straight.add(new ConePath(false, y < 0, x / most, z / most, ny, way, cone));
        } else {
          directions.exchanged.add(new ConePath(false, x < 0, y / most, z / most, nx, way, cone));
        }
      }
      number++;
    }
    return directions;
  }

  private static ConeExponentials part(ConeExponentials ring, int azimuths) {
    return new ConeExponentials(
        ring.fraction1() / azimuths,
        ring.attenuation1(),
        ring.fraction2() / azimuths,
        ring.attenuation2(),
        ring.fraction3() / azimuths,
        ring.attenuation3(),
        ring.fraction4() / azimuths,
        ring.attenuation4());
  }

  /** The number of directions. */
  int count() {
    return straight.size() + exchanged.size();
  }
}
