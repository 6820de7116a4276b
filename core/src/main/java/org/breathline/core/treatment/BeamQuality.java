package org.breathline.core.treatment;

/**
 * The photons of a beam.
 *
 * @param nominalMv the nominal accelerating potential, MV, above 0
 * @param filterFree whether there is no flattening filter (FFF)
 */
public record BeamQuality(double nominalMv, boolean filterFree) {

  /** 6 MV with a flattening filter. */
  public static final BeamQuality X6 = new BeamQuality(6, false);

  /** Checks the potential. */
  public BeamQuality {
    if (!(nominalMv > 0)) {
      throw new IllegalArgumentException("a photon beam of " + nominalMv + " MV");
    }
  }

  @Override
  public String toString() {
    String number = nominalMv == Math.rint(nominalMv) ? "" + (long) nominalMv : "" + nominalMv;
    return number + " MV" + (filterFree ? " FFF" : "");
  }
}
