package org.breathline.core.planning.optimisation;

import org.breathline.core.dose.InfluenceMatrix;

/**
 * One way that a treatment may go: a phase of the breath, a shift of the patient.
 *
 * @param name what it is, in words
 * @param probability how likely, above 0; only the ratio between scenarios matters
 * @param influence what beamlets do then, on the same voxels of the reference in every scenario
 */
public record Scenario(String name, double probability, InfluenceMatrix influence) {}
