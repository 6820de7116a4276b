package org.breathline.core.motion;

/**
 * Where in its breathing a body is, in the two numbers of the five-dimensional model (Low et al.,
 * Int J Radiat Oncol Biol Phys 63, 921, 2005): tidal volume and air flow, both relative.
 *
 * @param fullness 0 at the emptiest phase of the usual breath, 1 at the fullest; deeper breaths
 *     exceed that range
 * @param rate the change of fullness over a whole breath's time at the present rate; above 0 while
 *     inhaling
 */
public record BreathState(double fullness, double rate) {

  /** Whether both numbers are finite. */
  public boolean isKnown() {
    return Double.isFinite(fullness) && Double.isFinite(rate);
  }
}
