package org.breathline.core.phantom;

import org.breathline.core.geometry.Vector3;

/** Heart, great vessels, oesophagus and central airways between the lungs, reference state. */
final class Mediastinum {

  private static final double MIDDLE_X = 3;
  private static final double PERICARDIAL_FAT = 4;

  private static final Ellipsoid HEART =
      new Ellipsoid(
          new Vector3(24, -50, 22), new Vector3(0.74, -0.42, -0.5), new Vector3(63, 44, 47));

  private final TubeIndex vessels = new TubeIndex(GreatVessels.VESSELS);
  private final TubeIndex trachea = new TubeIndex(GreatVessels.TRACHEA);
  private final TubeIndex oesophagus = new TubeIndex(GreatVessels.OESOPHAGUS);
  private final Texture texture;

  Mediastinum(Texture texture) {
    this.texture = texture;
  }

  /** The signed distance from the mediastinal surface of the lungs, mm, negative inside. */
  double distance(double x, double y, double z) {
    double waist = (y + 6) / 58;
    // widest at the hila, narrower toward the neck and, beside the heart, toward the diaphragm
    double broad = 24 - 6 * Smooth.step((z - 95) / 60) - 8 * Smooth.step((45 - z) / 50);
    double half = 8 + broad * Math.max(0, 1 - waist * waist);
    double septum = Math.abs(x - MIDDLE_X) - half;
    return Math.min(septum, HEART.distance(x, y, z) - PERICARDIAL_FAT);
  }

  /** Paints what lies between the lungs; {@code distance} as from {@link #distance}. */
  void paint(Voxel voxel, double x, double y, double z, double distance) {
    if (distance < voxel.pixelMm()) {
      double grain = texture.at(x * 0.25, y * 0.25, z * 0.2);
      voxel.paint(Organ.MEDIASTINUM, -75 + 22 * grain, distance);
      voxel.paint(Organ.HEART, 42 + 7 * grain, HEART.distance(x, y, z));
    }
    paintVessels(voxel, x, y, z);
    int gullet = oesophagus.nearest(x, y, z);
    if (gullet >= 0) {
      double out = oesophagus.tube(gullet).distance(x, y, z);
      voxel.paint(Organ.OESOPHAGUS, 38, out);
      voxel.paint(Organ.OESOPHAGUS, z > 60 ? -350 : 15, out + 5.2);
    }
    int pipe = trachea.nearest(x, y, z);
    if (pipe >= 0) {
      double out = trachea.tube(pipe).distance(x, y, z);
      voxel.paint(Organ.TRACHEA, 30, out - 1.3);
      voxel.paint(Organ.TRACHEA, -990, out);
    }
  }

  /** Paints the great vessels alone, which go on into the abdomen. */
  void paintVessels(Voxel voxel, double x, double y, double z) {
    int vessel = vessels.nearest(x, y, z);
    if (vessel >= 0) {
      voxel.paint(Organ.GREAT_VESSELS, 44, vessels.tube(vessel).distance(x, y, z));
    }
  }

  /** Paints the oesophagus below the diaphragm. */
  void paintOesophagus(Voxel voxel, double x, double y, double z) {
    int gullet = oesophagus.nearest(x, y, z);
    if (gullet >= 0) {
      voxel.paint(Organ.OESOPHAGUS, 38, oesophagus.tube(gullet).distance(x, y, z));
    }
  }
}
