/**
 * Photons in water: spectra, attenuation, and where the energy goes that they release, as numbers
 * and as the exponentials that a dose engine carries.
 */
@NullMarked
package org.breathline.core.dose.photon;

import org.jspecify.annotations.NullMarked;
