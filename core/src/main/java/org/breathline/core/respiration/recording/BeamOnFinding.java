package org.breathline.core.respiration.recording;

import org.breathline.core.respiration.BeamIntervals;

/**
 * One reading of one signal as "beam on".
 *
 * @param rule the signal and its value
 * @param intervals when the beam was on by it
 * @param sure whether the signal itself says so: it has this value within the recording and another
 *     at both its ends, as a scan started and ended during the recording has
 * @param reason why, in one sentence
 */
public record BeamOnFinding(
    BeamOnRule rule, BeamIntervals intervals, boolean sure, String reason) {}
