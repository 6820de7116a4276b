package org.breathline.core.respiration.detection;

/**
 * A to-and-fro too small for a breath of its own, that detection passed over.
 *
 * @param timeS its middle, seconds
 * @param size its height as a share of the breathing's local amplitude
 */
record Dip(double timeS, double size) {}
