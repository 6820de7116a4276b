/**
 * Dose of photon beams in matter: energy released along the rays of a beam, carried on by collapsed
 * cones through the patient's own densities.
 */
@NullMarked
package org.breathline.core.dose;

import org.jspecify.annotations.NullMarked;
