package org.breathline.study.simulate;

/**
 * A phase with slabs that show another moment, filled from the other phases.
 *
 * @param percent the phase
 * @param slabs how many were filled
 * @param filledMl the volume that was never scanned like that
 * @param folder of the CT series, within the result
 * @param mask the DICOM Segmentation of the filled voxels, within the result
 */
public record RepairSummary(
    double percent, int slabs, double filledMl, String folder, String mask) {}
