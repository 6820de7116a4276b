package org.breathline.core.phantom;

import java.util.ArrayList;
import java.util.List;
import org.breathline.core.geometry.Vector3;

/** The courses of the large tubes of the trunk in the reference state, LPS mm. */
final class GreatVessels {

  /** Trachea and main bronchi. */
  static final List<Tube> TRACHEA =
      join(
          course(9, 0, -2, 200, 0, 8, 96),
          course(7.2, 0, 8, 96, -36, 6, 70),
          course(6.4, 0, 8, 96, 42, 8, 66));

  /** Where the airways enter the right and the left lung. */
  static final Vector3 RIGHT_BRONCHUS = new Vector3(-36, 6, 70);

  static final Vector3 LEFT_BRONCHUS = new Vector3(42, 8, 66);

  /** Aorta with its branches, venae cavae, pulmonary trunk and the roots of the lungs. */
  static final List<Tube> VESSELS =
      join(
          course(15, 8, -45, 52, -8, -47, 86),
          course(13, -8, -47, 86, 0, -28, 108, 14, 3, 110, 24, 24, 98),
          course(12, 24, 24, 98, 25, 26, 10, 14, 26, -60, 4, 24, -170),
          course(6.5, -4, -32, 110, -16, -16, 200),
          course(5, 8, -12, 114, 14, -8, 200),
          course(5, 16, 4, 112, 26, 10, 200),
          course(9, -24, -34, 55, -22, -26, 135, -30, -28, 200),
          course(6, -22, -26, 128, 14, -36, 140, 40, -20, 165),
          course(12, 20, -52, 55, 12, -26, 74),
          course(10, 12, -26, 74, -40, -6, 68),
          course(10, 12, -26, 74, 42, -4, 74),
          course(7, 2, -14, 46, -46, 0, 46),
          course(7, 16, -12, 46, 50, 2, 48),
          course(11, -20, -14, 30, -20, -4, -40, -20, 16, -170));

  /** The oesophagus. */
  static final List<Tube> OESOPHAGUS =
      course(7.5, 4, 25, 200, 6, 27, 96, 9, 26, 40, 17, 12, -4, 30, 0, -30);

  /** The pancreas: a string from the duodenum to the spleen. */
  static final List<Tube> PANCREAS =
      course(11, -26, -18, -84, -2, -26, -74, 24, -14, -68, 52, 10, -66, 78, 26, -62);

  private GreatVessels() {}

  private static List<Tube> course(double radius, double... points) {
    List<Tube> tubes = new ArrayList<>();
    for (int i = 3; i < points.length; i += 3) {
      tubes.add(
          new Tube(
              new Vector3(points[i - 3], points[i - 2], points[i - 1]),
              new Vector3(points[i], points[i + 1], points[i + 2]),
              radius,
              radius));
    }
    return List.copyOf(tubes);
  }

  @SafeVarargs
  private static List<Tube> join(List<Tube>... parts) {
    List<Tube> all = new ArrayList<>();
    for (List<Tube> part : parts) {
      all.addAll(part);
    }
    return List.copyOf(all);
  }
}
