package org.breathline.core.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.breathline.core.geometry.Vector3;

/** The whole body in the reference state. */
final class Anatomy {

  private final ChestWall wall;
  private final Mediastinum mediastinum;
  private final Lungs lungs;
  private final Abdomen abdomen;
  private final Optional<Tumour> tumour;
  private final Vector3 tumourCentre;
  private final Texture texture;

  Anatomy(long seed, Optional<Tumour> tumour) {
    var random = new SplittableRandom(seed);
    this.texture = new Texture(random.nextLong());
    this.wall = new ChestWall(texture);
    this.mediastinum = new Mediastinum(texture);
    this.lungs = new Lungs(texture, random.split(), mediastinum);
    this.abdomen = new Abdomen(texture, random.split());
    this.tumour = tumour;
    this.tumourCentre = tumour.map(Tumour::referenceCentre).orElse(Vector3.ZERO);
  }

  List<Vector3> lungBranchings() {
    return lungs.branchings();
  }

  List<Vector3> liverBranchings() {
    return abdomen.branchings();
  }

  /** Paints what is at a point of the wall, in the reference state, over air. */
  void paintWall(Voxel voxel, double x, double y, double z, double outside) {
    voxel.fill(Organ.OUTSIDE, -1000);
    double depth = ChestWall.depth(x, y, z);
    if (depth > -voxel.pixelMm()) {
      wall.paint(voxel, x, y, z, depth, outside);
    }
  }

  /**
   * Paints what is at a point of the cavity, in the reference state.
   *
   * @param p its section coordinate
   * @param q its section coordinate
   * @param wallDistance its distance from the wall, mm, negative
   * @param contraction the density of lung relative to the reference state
   */
  void paintCavity(
      Voxel voxel,
      double x,
      double y,
      double z,
      double p,
      double q,
      double wallDistance,
      double contraction) {
    double level = CavityShape.level(p, q);
    double steepness = CavityShape.diaphragmSteepness(level);
    double below = (z - CavityShape.diaphragmZ(p, q, level)) / Math.sqrt(1 + steepness * steepness);
    double pixel = voxel.pixelMm();
    if (below > -pixel) {
      double between = mediastinum.distance(x, y, z);
      if (between > -pixel) {
        lungs.paint(voxel, x, y, z, contraction);
      }
      mediastinum.paint(voxel, x, y, z, between);
    }
    if (below < pixel) {
      abdomen.paint(voxel, x, y, z, below, wallDistance);
      mediastinum.paintVessels(voxel, x, y, z);
      mediastinum.paintOesophagus(voxel, x, y, z);
    }
    if (tumour.isPresent()) {
      paintTumour(voxel, tumour.get(), x, y, z);
    }
  }

  private void paintTumour(Voxel voxel, Tumour there, double x, double y, double z) {
    double dx = x - tumourCentre.x();
    double dy = y - tumourCentre.y();
    double dz = z - tumourCentre.z();
    double reach = there.radiusMm() + voxel.pixelMm();
    double square = dx * dx + dy * dy + dz * dz;
    if (square < reach * reach) {
      double grain = texture.at(x * 0.25, y * 0.25 + 31, z * 0.25);
      voxel.paint(Organ.TUMOUR, there.hu() + 10 * grain, Math.sqrt(square) - there.radiusMm());
    }
  }

  /** All points at which vessels branch: lungs first, then liver. */
  List<Vector3> branchings() {
    List<Vector3> all = new ArrayList<>(lungs.branchings());
    all.addAll(abdomen.branchings());
    return List.copyOf(all);
  }
}
