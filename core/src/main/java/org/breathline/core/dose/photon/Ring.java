package org.breathline.core.dose.photon;

import org.breathline.kernel.ConeExponentials;

/**
 * A ring of directions around that of the beam, with the energy that goes into it.
 *
 * @param angleRad between the ring's directions and the beam's
 * @param exponentials how the whole ring carries energy: primary terms per collision kerma, scatter
 *     terms per rest of the terma
 */
public record Ring(double angleRad, ConeExponentials exponentials) {}
