package org.breathline.core.qa;

import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;

/** An insert's shape as a voxel sees it while it moves: the part of a voxel that is insert. */
final class BlurredShape {

  private static final int STEPS = 9;

  private final InsertShape shape;
  private final Grid grid;
  private final Vector3 axis;
  private final double lengthMm;

  /** The shape about its centroid, moved evenly over the length that has the motion's spread. */
  BlurredShape(InsertShape shape, Grid grid, Vector3 axis, ProgrammedMotion.InPhase motion) {
    this.shape = shape;
    this.grid = grid;
    this.axis = axis;
    this.lengthMm = motion.elongationMm();
  }

  /** The part of a voxel at a place from the centroid that is insert, 0 to 1. */
  double part(Vector3 fromCentroid) {
    double sum = 0;
    for (int step = 0; step < STEPS; step++) {
      double offset = lengthMm * ((step + 0.5) / STEPS - 0.5);
      sum += still(fromCentroid.minus(axis.times(offset)));
    }
    return sum / STEPS;
  }

  /** To first order: the surface is flat across a voxel. */
  private double still(Vector3 from) {
    double distance = shape.distanceMm(from);
    double length = from.length();
    if (length < 1e-9) {
      return distance < 0 ? 1 : 0;
    }
    Vector3 outward = from.times(1 / length);
    double x = outward.dot(grid.orientation().row()) * grid.spacing().x();
    double y = outward.dot(grid.orientation().column()) * grid.spacing().y();
    double z = outward.dot(grid.orientation().normal()) * grid.spacing().z();
    double width = Math.sqrt(x * x + y * y + z * z);
    return Math.clamp(0.5 - distance / width, 0.0, 1.0);
  }
}
