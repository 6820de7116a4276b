package org.breathline.core.phantom;

/** Skin, fat, muscle, bones and the spine, outside the cavity, in the reference state. */
final class ChestWall {

  private static final double BODY_HALF_WIDTH = 186;
  private static final double BODY_BACK_Y = 126;
  private static final double BODY_FRONT_Y = -131;
  private static final double BODY_FRONT_TOP_Y = -88;

  private static final double VERTEBRA_PITCH = 25;
  private static final double DISC = 6;
  private static final double BODY_Y = 57;
  private static final double CANAL_Y = 82;

  private static final double RIB_PITCH = 27;
  private static final double RIB_FALL = 0.45;

  private final Texture texture;

  ChestWall(Texture texture) {
    this.texture = texture;
  }

  /** The depth under the skin, mm, to first order; negative outside the body. */
  static double depth(double x, double y, double z) {
    double front = BODY_FRONT_Y + (BODY_FRONT_TOP_Y - BODY_FRONT_Y) * Smooth.step((z - 30) / 170);
    double middle = 0.5 * (BODY_BACK_Y + front);
    double half = 0.5 * (BODY_BACK_Y - front);
    double a = x / BODY_HALF_WIDTH;
    double b = (y - middle) / half;
    double aa = a * a;
    double bb = b * b;
    double level = Math.sqrt(aa * aa + bb * bb + aa * bb);
    if (level == 0) {
      return half;
    }
    double slopeA = a * (2 * aa + bb) / (level * BODY_HALF_WIDTH);
    double slopeB = b * (2 * bb + aa) / (level * half);
    double slope = Math.sqrt(slopeA * slopeA + slopeB * slopeB);
    double root = Math.sqrt(level);
    return 2 * root * (1 - root) / slope;
  }

  /**
   * Paints a point of the wall over air.
   *
   * @param depth its depth under the skin, mm
   * @param outside its distance from the cavity, mm
   */
  void paint(Voxel voxel, double x, double y, double z, double depth, double outside) {
    double grain = texture.at(x * 0.22, y * 0.22, z * 0.18);
    double patch = texture.at(x * 0.06 + 7, y * 0.06, z * 0.05);
    voxel.paint(Organ.WALL, 10, -depth);
    if (depth > 1) {
      voxel.paint(Organ.WALL, -102 + 8 * grain, 2 - depth);
    }
    double fat = 13 + 5 * patch + (y < 0 ? 2 : 0);
    if (depth > fat - 2) {
      voxel.paint(Organ.WALL, 48 + 12 * grain, fat - depth);
      // fat planes between the muscles
      voxel.blend(Organ.WALL, -60, 0.55 * voxel.coverage(Math.abs(patch - 0.2) * 24 - 1.0));
    }
    if (outside < 13) {
      paintRib(voxel, x, y, z, outside, grain);
    }
    if (Math.abs(x) < 45 && y > CavityShape.SPINE_FRONT_Y - 5) {
      paintSpine(voxel, Math.abs(x), y, z, grain);
    }
    paintShoulderBlade(voxel, x, y, z, outside);
  }

  private static void paintRib(
      Voxel voxel, double x, double y, double z, double outside, double grain) {
    boolean front = y < -30;
    double side = Math.abs(x);
    if (front && side < 19 && z > -20 && z < 140) {
      double plate = Math.max(Math.max(side - 17, Math.abs(outside - 7.5) - 5.5), -20 - z);
      voxel.paint(Organ.BONE, 420, plate);
      voxel.paint(Organ.BONE, 160 + 30 * grain, plate + 1.8);
      return;
    }
    double fallen = z - RIB_FALL * (y - CavityShape.SPINE_FRONT_Y);
    if (fallen < -92) {
      return;
    }
    double above = fallen - RIB_PITCH * Math.floor(fallen / RIB_PITCH) - RIB_PITCH / 2;
    double a = (outside - 6.2) / 4.2;
    double b = above * 0.912 / 6.5;
    double e = Math.sqrt(a * a + b * b);
    if (e > 1.8) {
      return;
    }
    boolean cartilage = front && side < 78 - 0.25 * z;
    voxel.paint(Organ.BONE, cartilage ? 95 : 520, 4.6 * (e - 1));
    voxel.paint(Organ.BONE, cartilage ? 80 : 190 + 60 * grain, 4.6 * (e - 1) + 1.6);
  }

  private static void paintSpine(Voxel voxel, double side, double y, double z, double grain) {
    double up = z - VERTEBRA_PITCH * Math.floor(z / VERTEBRA_PITCH);
    double disc = DISC / 2 - Math.min(up, VERTEBRA_PITCH - up);
    double a = side / 18.5;
    double b = (y - BODY_Y) / 15.5;
    double e = Math.sqrt(a * a + b * b);
    double column = 16 * (e - 1);
    voxel.paint(Organ.SPINE, 85, column);
    double vertebra = Math.max(column, disc);
    voxel.paint(Organ.SPINE, 420, vertebra);
    voxel.paint(Organ.SPINE, 175 + 50 * grain, vertebra + 1.7);
    double canalA = side / 11;
    double canalB = (y - CANAL_Y) / 9;
    double canal = 10 * (Math.sqrt(canalA * canalA + canalB * canalB) - 1);
    if (disc < 1) {
      double arch = Math.max(canal - 6, 76 - y);
      double spinous = Math.max(side - 3.5, Math.max(90 - y, y - 112));
      double transverse =
          Math.max(Math.abs(y - 84 - 0.15 * side) - 5, Math.max(side - 36, disc + 4));
      double processes = Math.min(arch, Math.min(spinous, transverse));
      voxel.paint(Organ.SPINE, 480, processes);
      voxel.paint(Organ.SPINE, 230, processes + 2);
    }
    voxel.paint(Organ.SPINAL_CANAL, 20, canal);
  }

  private static void paintShoulderBlade(
      Voxel voxel, double x, double y, double z, double outside) {
    if (y < 20 || outside < 15 || outside > 32 || z < 45 || z > 140) {
      return;
    }
    double side = Math.abs(x);
    double plate = Math.abs(outside - 23) - 2.8;
    double edge = Math.max(Math.max(62 - 0.15 * (z - 50) - side, 25 - y), Math.abs(z - 92) - 42);
    double blade = Math.max(plate, edge);
    voxel.paint(Organ.BONE, 380, blade);
    voxel.paint(Organ.BONE, 220, blade + 1.8);
  }
}
