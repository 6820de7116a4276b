package org.breathline.core.registration;

/** What a displacement of the knots costs for not being smooth. */
@FunctionalInterface
public interface Regulariser {

  /**
   * The sum over all knots of a roughness, and its derivatives added to a gradient.
   *
   * @param lattice the knots
   * @param knots three runs of displacements, in voxels: all x, all y, all z
   * @param factor by which value and derivatives are multiplied
   * @param gradient is added to
   */
  double evaluate(KnotLattice lattice, float[] knots, double factor, float[] gradient);
}
