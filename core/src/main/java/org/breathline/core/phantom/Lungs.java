package org.breathline.core.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.breathline.core.geometry.Vector3;

/** Lung tissue, its vessels and airways, in the reference state. */
final class Lungs {

  /** Mean density of the parenchyma at the end of exhalation, as (HU + 1000). */
  private static final double PARENCHYMA = 185;

  private static final double GRAVITY_PER_MM = 0.0032;
  private static final int VESSEL_POINTS = 600;
  private static final int AIRWAY_POINTS = 45;

  private final Texture texture;
  private final TubeIndex vessels;
  private final TubeIndex airways;
  private final List<Vector3> branchings;

  Lungs(Texture texture, SplittableRandom random, Mediastinum mediastinum) {
    this.texture = texture;
    List<Tube> vesselTubes = new ArrayList<>();
    List<Tube> airwayTubes = new ArrayList<>();
    List<Vector3> all = new ArrayList<>();
    for (int side : new int[] {-1, 1}) {
      List<Vector3> points = fill(side, 2 * VESSEL_POINTS + AIRWAY_POINTS, random, mediastinum);
      Vector3 outward = new Vector3(side, 0, -0.2);
      Vector3 artery = side < 0 ? new Vector3(-40, -6, 68) : new Vector3(42, -4, 74);
      Vector3 vein = side < 0 ? new Vector3(-46, 0, 46) : new Vector3(50, 2, 48);
      Vector3 bronchus = side < 0 ? GreatVessels.RIGHT_BRONCHUS : GreatVessels.LEFT_BRONCHUS;
      TreeGrower.Tree arteries =
          TreeGrower.grow(artery, outward, 8, points.subList(0, VESSEL_POINTS), 0.45);
      TreeGrower.Tree veins =
          TreeGrower.grow(vein, outward, 7, points.subList(VESSEL_POINTS, 2 * VESSEL_POINTS), 0.45);
      TreeGrower.Tree bronchi =
          TreeGrower.grow(
              bronchus, outward, 5.5, points.subList(2 * VESSEL_POINTS, points.size()), 0.45);
      vesselTubes.addAll(arteries.tubes());
      vesselTubes.addAll(veins.tubes());
      airwayTubes.addAll(bronchi.tubes());
      all.addAll(arteries.branchings());
      all.addAll(veins.branchings());
    }
    vessels = new TubeIndex(vesselTubes);
    airways = new TubeIndex(airwayTubes);
    branchings = List.copyOf(all);
  }

  /** The points at which the lungs' arteries and veins branch, reference state. */
  List<Vector3> branchings() {
    return branchings;
  }

  /**
   * Paints lung.
   *
   * @param contraction the density relative to the reference state
   */
  void paint(Voxel voxel, double x, double y, double z, double contraction) {
    Organ organ = x < 3 ? Organ.RIGHT_LUNG : Organ.LEFT_LUNG;
    double grain =
        0.6 * texture.at(x * 0.28, y * 0.28, z * 0.24)
            + 0.5 * texture.at(x * 0.1, y * 0.1 + 3, z * 0.1);
    double density = PARENCHYMA * (1 + GRAVITY_PER_MM * (y + 15)) * (1 + 0.16 * grain);
    voxel.fill(organ, density * contraction - 1000);
    paintFissure(voxel, organ, x, y, z);
    int vessel = vessels.nearest(x, y, z);
    if (vessel >= 0) {
      Tube tube = vessels.tube(vessel);
      voxel.paintTube(organ, 40, tube.distance(x, y, z), tube.radius(tube.share(x, y, z)));
    }
    int airway = airways.nearest(x, y, z);
    if (airway >= 0) {
      Tube tube = airways.tube(airway);
      double radius = tube.radius(tube.share(x, y, z));
      double out = tube.distance(x, y, z);
      voxel.paintTube(organ, -150, out - 0.25 * radius, radius);
      voxel.paintTube(organ, -985, out, radius);
    }
  }

  /** The oblique fissure: a thin sheet from high behind to low in front. */
  private static void paintFissure(Voxel voxel, Organ organ, double x, double y, double z) {
    double across = 0.62 * (z - 45) - 0.78 * (y - 5) + 0.0008 * (x - 3) * (x - 3);
    if (Math.abs(across) < 3) {
      voxel.blend(
          organ, -620, 0.6 * voxel.coverage(Math.abs(across) - 0.5) / Math.max(1, voxel.pixelMm()));
    }
  }

  /** Seeded points that fill a lung, some millimetres inside its surface. */
  private static List<Vector3> fill(
      int side, int count, SplittableRandom random, Mediastinum mediastinum) {
    List<Vector3> points = new ArrayList<>(count);
    while (points.size() < count) {
      double x = side * random.nextDouble(0, CavityShape.HALF_WIDTH);
      double y = random.nextDouble(-120, 90);
      double z = random.nextDouble(-70, CavityShape.APEX_Z);
      double scale = CavityShape.scale(z);
      double p = CavityShape.p(x, scale);
      double q = CavityShape.q(y, scale);
      double level = CavityShape.level(p, q);
      if (level < 0.95
          && z > CavityShape.diaphragmZ(p, q, level) + 6
          && mediastinum.distance(x, y, z) > 5) {
        points.add(new Vector3(x, y, z));
      }
    }
    return points;
  }
}
