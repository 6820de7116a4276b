package org.breathline.core.respiration.detection;

/**
 * A turning point of the smoothed signal.
 *
 * @param sample its number in the usable signal
 * @param timeS when, seconds
 * @param value the smoothed amplitude
 * @param maximum whether it is an end of inhalation
 */
record Extremum(int sample, double timeS, double value, boolean maximum) {}
