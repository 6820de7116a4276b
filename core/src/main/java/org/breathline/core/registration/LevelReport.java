package org.breathline.core.registration;

/**
 * What happened on a level of a registration.
 *
 * @param part "lungs" or "body"
 * @param voxelMm voxel size
 * @param voxels how many were compared
 * @param objective where the optimiser ended
 * @param iterations its steps
 * @param evaluations how often the objective was evaluated
 */
public record LevelReport(
    String part, double voxelMm, long voxels, double objective, int iterations, int evaluations) {}
