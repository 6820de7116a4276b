package org.breathline.core.scan;

/**
 * A slice as it comes from a folder, before it has its place in a scan.
 *
 * @param slice image, position and time
 * @param geometry matrix, spacing, place and orientation
 */
public record ScannedSlice(TimedSlice slice, SliceGeometry geometry) {}
