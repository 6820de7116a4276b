package org.breathline.kernel;

/**
 * Carries energy along the lines of a path and leaves part of it in every voxel that they pass.
 * With tau the attenuation times the voxel's mass per area on the way and g = (1 - exp(-tau)) /
 * tau, what is carried, S, and what the voxel releases, T, leave {@code S a g + T f (1 - g)} per
 * mass there, and {@code S exp(-tau) + T f m g} goes on, m being the mass per area: energy is
 * conserved, whatever the density (Ahnesjö, Med Phys 16, 1989, for voxels of finite size).
 *
 * <p>Every operation is rounded, products and sums that belong together as one (fused); exp is a
 * polynomial of the same operations everywhere, good to 3e-7.
 */
public interface ConeSweep {

  /** Least mass per area of a voxel, g/cm2: less than 0.1 mm of air, so that quotients exist. */
  float LEAST_MASS = 1e-5f;

  /**
   * Added to and taken from what the steep terms carry: what is much smaller vanishes before it
   * becomes a number without its leading bits, with which processors are slow. Released energies
   * are to be about 1e-4 to 100.
   */
  float NOTHING = 1e-10f;

  /**
   * Sweeps a sheet of a path.
   *
   * @param medium where dose is added
   * @param path the direction
   * @param sheet from {@link ConePath#firstSheet} to below {@link ConePath#endSheet}; sheets may be
   *     swept at the same time
   * @param carried room for what is carried, at least {@link ConePath#carriedLength}; its content
   *     is overwritten
   */
  void sweep(ConeMedium medium, ConePath path, int sheet, float[] carried);
}
