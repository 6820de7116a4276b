package org.breathline.core.fourd;

import org.breathline.core.image.FloatVolume;

/**
 * A phase's dose on the reference phase.
 *
 * @param doseGy Gy, on the reference grid; 0 where the phase's dose is not known
 * @param energy the energy that the tissue of each reference voxel receives in the phase, Gy g
 * @param mass the mass of the tissue of each reference voxel as the phase's image has it, g
 */
public record MappedDose(FloatVolume doseGy, FloatVolume energy, FloatVolume mass) {}
