package org.breathline.core.phantom;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.breathline.core.geometry.Vector3;

/** What lies under the diaphragm, in the reference state. */
final class Abdomen {

  private static final double DIAPHRAGM_MM = 2.5;
  private static final double GAS_LEVEL_Y = -26;
  private static final int LIVER_POINTS = 260;

  private static final Vector3 EAST = new Vector3(1, 0, 0);
  private static final Ellipsoid STOMACH =
      new Ellipsoid(
          new Vector3(62, -14, -58), new Vector3(0.8, 0.4, 0.35), new Vector3(46, 40, 38));
  private static final Ellipsoid SPLEEN =
      new Ellipsoid(new Vector3(108, 30, -62), EAST, new Vector3(25, 40, 44));
  private static final Ellipsoid LEFT_KIDNEY =
      new Ellipsoid(new Vector3(60, 46, -112), EAST, new Vector3(27, 24, 50));
  private static final Ellipsoid RIGHT_KIDNEY =
      new Ellipsoid(new Vector3(-60, 46, -124), EAST, new Vector3(27, 24, 50));

  private final Texture texture;
  private final TubeIndex liverVessels;
  private final TubeIndex pancreas = new TubeIndex(GreatVessels.PANCREAS);
  private final List<Vector3> branchings;

  Abdomen(Texture texture, SplittableRandom random) {
    this.texture = texture;
    List<Vector3> points = new ArrayList<>();
    while (points.size() < LIVER_POINTS) {
      double x = random.nextDouble(-140, 50);
      double y = random.nextDouble(-110, 60);
      double z = random.nextDouble(-140, 0);
      double p = CavityShape.p(x, 1);
      double q = CavityShape.q(y, 1);
      double level = CavityShape.level(p, q);
      if (level < 0.9 && liver(x, y, z, z - CavityShape.diaphragmZ(p, q, level), -20) < -5) {
        points.add(new Vector3(x, y, z));
      }
    }
    int half = LIVER_POINTS / 2;
    TreeGrower.Tree portal =
        TreeGrower.grow(
            new Vector3(-22, -12, -66), new Vector3(-1, 0, 0.3), 6, points.subList(0, half), 0.45);
    TreeGrower.Tree veins =
        TreeGrower.grow(
            new Vector3(-26, -6, -34),
            new Vector3(-1, -0.3, -0.5),
            6,
            points.subList(half, LIVER_POINTS),
            0.45);
    List<Tube> tubes = new ArrayList<>(portal.tubes());
    tubes.addAll(veins.tubes());
    liverVessels = new TubeIndex(tubes);
    List<Vector3> all = new ArrayList<>(portal.branchings());
    all.addAll(veins.branchings());
    branchings = List.copyOf(all);
  }

  /** The points at which the liver's vessels branch, reference state. */
  List<Vector3> branchings() {
    return branchings;
  }

  /**
   * Paints a point over whatever lies above the diaphragm.
   *
   * @param below its signed distance from the diaphragm's upper surface, mm, negative below
   * @param wall its signed distance from the wall, mm, negative inside
   */
  void paint(Voxel voxel, double x, double y, double z, double below, double wall) {
    double grain = texture.at(x * 0.25, y * 0.25, z * 0.22);
    voxel.paint(Organ.DIAPHRAGM, 45, below);
    if (below > 3) {
      return;
    }
    double loops = texture.at(x * 0.045, y * 0.045 + 11, z * 0.045);
    double inside = below + DIAPHRAGM_MM;
    voxel.paint(Organ.ABDOMEN, -98 + 9 * grain, inside);
    voxel.paint(Organ.ABDOMEN, 25 + 12 * grain, Math.max(inside, (0.12 - loops) * 20));
    voxel.paint(Organ.KIDNEYS, 34 + 8 * grain, kidneys(x, y, z));
    paintLiver(voxel, x, y, z, liver(x, y, z, below, wall), grain);
    double spleen = Math.max(SPLEEN.distance(x, y, z), Math.max(inside, wall + 2));
    voxel.paint(Organ.SPLEEN, 50 + 7 * grain, spleen);
    int string = pancreas.nearest(x, y, z);
    if (string >= 0) {
      double out = pancreas.tube(string).distance(x, y, z) + 1.5 * grain;
      voxel.paint(Organ.PANCREAS, 36 + 14 * grain, out);
    }
    double stomach = Math.max(STOMACH.distance(x, y, z), inside + 1);
    voxel.paint(Organ.STOMACH, 42, stomach);
    voxel.paint(Organ.STOMACH, 18 + 18 * grain, stomach + 3.5);
    voxel.paint(Organ.STOMACH, -960, Math.max(stomach + 3.5, y - GAS_LEVEL_Y));
  }

  private void paintLiver(Voxel voxel, double x, double y, double z, double liver, double grain) {
    if (liver > 3) {
      return;
    }
    double patch = texture.at(x * 0.09, y * 0.09, z * 0.09 + 5);
    voxel.paint(Organ.LIVER, 62 + 7 * grain + 6 * patch, liver);
    int vessel = liver < 0 ? liverVessels.nearest(x, y, z) : -1;
    if (vessel >= 0) {
      Tube tube = liverVessels.tube(vessel);
      double radius = tube.radius(tube.share(x, y, z));
      voxel.paintTube(Organ.LIVER, 105, tube.distance(x, y, z), radius);
    }
  }

  private static double kidneys(double x, double y, double z) {
    return x > 0 ? LEFT_KIDNEY.distance(x, y, z) : RIGHT_KIDNEY.distance(x, y, z);
  }

  /** The signed distance from the liver's surface to first order, mm. */
  private static double liver(double x, double y, double z, double below, double wall) {
    double bottom = -138 + 0.62 * Math.max(0, x + 100) + 0.3 * y;
    double left = (x + 0.55 * y - 32) / 1.14;
    double cover = Math.max(below + DIAPHRAGM_MM, wall + 2.5);
    return Math.max(Math.max(cover, left), Math.max((bottom - z) / 1.21, y - 58));
  }
}
