package org.breathline.core.phantom;

/**
 * The inner surface of the chest and abdominal wall, and the diaphragm within it, in the reference
 * state.
 *
 * <p>Every axial section of the cavity is the same plane figure, scaled by {@link #scale}: a point
 * (x, y, z) has the section coordinates {@code p = x / (HALF_WIDTH s(z))} and {@code q = q0 + (y -
 * y0) / (HALF_DEPTH s(z))}, and the wall is where {@link #level} is 1. Whatever slides along the
 * wall keeps its section coordinates and changes z, and so stays inside.
 */
final class CavityShape {

  /** Half the inner width of the chest below the upper ribs, mm. */
  static final double HALF_WIDTH = 146;

  /** Half the inner depth, mm. */
  static final double HALF_DEPTH = 96;

  /** The top of the pleural dome, mm. */
  static final double APEX_Z = 170;

  /** Where the chest begins to narrow upward, mm. */
  static final double SHOULDER_Z = 20;

  /** The front of the vertebral bodies: the point about which sections scale, mm. */
  static final double SPINE_FRONT_Y = 40;

  /** The section coordinate q of {@link #SPINE_FRONT_Y}. */
  static final double SPINE_FRONT_Q = 0.6;

  /** The top of the right dome, in section coordinates. */
  static final double DOME_P = -0.5;

  static final double DOME_Q = 0.05;

  private static final double SPINE_HEIGHT = 2.2;
  private static final double SPINE_P = 1 / 0.20;
  private static final double SPINE_Q = 1 / 0.42;

  private CavityShape() {}

  /** The scale of the section at a height, 0 at the apex to 1. */
  static double scale(double z) {
    if (z <= SHOULDER_Z) {
      return 1;
    }
    double u = (z - SHOULDER_Z) / (APEX_Z - SHOULDER_Z);
    return u >= 1 ? 0 : Math.sqrt(1 - u * u);
  }

  /** The derivative of {@link #scale} by z, per mm. */
  static double scaleSlope(double z, double scale) {
    if (z <= SHOULDER_Z || scale <= 0) {
      return 0;
    }
    double height = APEX_Z - SHOULDER_Z;
    return -(z - SHOULDER_Z) / (height * height * scale);
  }

  /** The section coordinate p of a point where the scale is given. */
  static double p(double x, double scale) {
    return x / (HALF_WIDTH * scale);
  }

  /** The section coordinate q of a point where the scale is given. */
  static double q(double y, double scale) {
    return SPINE_FRONT_Q + (y - SPINE_FRONT_Y) / (HALF_DEPTH * scale);
  }

  /** The inverse of {@link #p}. */
  static double x(double p, double scale) {
    return p * HALF_WIDTH * scale;
  }

  /** The inverse of {@link #q}. */
  static double y(double q, double scale) {
    return SPINE_FRONT_Y + (q - SPINE_FRONT_Q) * HALF_DEPTH * scale;
  }

  /** 1 on the wall, less inside: a rounded box with the spine pressed into its back. */
  static double level(double p, double q) {
    double pp = p * p;
    double qq = q * q;
    return Math.sqrt(pp * pp + qq * qq + pp * qq) + spine(p, q);
  }

  /** The derivative of {@link #level} by p. */
  static double levelSlopeP(double p, double q) {
    double pp = p * p;
    double qq = q * q;
    double box = Math.sqrt(pp * pp + qq * qq + pp * qq);
    double bump = spine(p, q);
    double root = Math.sqrt(bump / SPINE_HEIGHT);
    double box1 = box == 0 ? 0 : p * (2 * pp + qq) / box;
    return box1 - 4 * bump * root * SPINE_P * SPINE_P * p;
  }

  /** The derivative of {@link #level} by q. */
  static double levelSlopeQ(double p, double q) {
    double pp = p * p;
    double qq = q * q;
    double box = Math.sqrt(pp * pp + qq * qq + pp * qq);
    double bump = spine(p, q);
    double root = Math.sqrt(bump / SPINE_HEIGHT);
    double box1 = box == 0 ? 0 : q * (2 * qq + pp) / box;
    return box1 - 4 * bump * root * SPINE_Q * SPINE_Q * (q - 1);
  }

  /** The bump of the spine: greatest at (0, 1), falling off on all sides. */
  static double spine(double p, double q) {
    double a = p * SPINE_P;
    double b = (q - 1) * SPINE_Q;
    double d = 1 + a * a + b * b;
    return SPINE_HEIGHT / (d * d);
  }

  /** The height of the diaphragm over a section point in the reference state, mm. */
  static double diaphragmZ(double p, double q, double level) {
    double w = Math.min(level, 1);
    double ww = w * w;
    double rim = 0.25 * w + 0.75 * ww * ww;
    double heart = 1 / (1 + 30 * p * p * p * p * 8);
    double right = 0.5 - p / (0.6 + Math.abs(p));
    return -9 + 9 * right - 13 * heart - (42 + 18 * q) * rim;
  }

  /** An upper estimate of the diaphragm's steepness, mm per mm, to turn height into distance. */
  static double diaphragmSteepness(double level) {
    double w = Math.min(level, 1);
    return 55 * (0.25 + 3 * w * w * w) * 2 * Math.sqrt(w) / 120;
  }

  /**
   * The share of the diaphragm's motion that a section point takes: about 1 in the middle of a
   * lung, less in the mediastinum, little before the spine, which holds aorta and gullet.
   */
  static double mobility(double p, double q) {
    double middle = 1 / (1 + 20 * p * p);
    double posterior = Math.max(-1, Math.min(1, q));
    double near = spine(p, q) * spine(p, q);
    double held = near / (near + 0.02);
    return (1 - 0.62 * middle) * (1.04 + 0.22 * posterior) * (1 - 0.8 * held);
  }
}
