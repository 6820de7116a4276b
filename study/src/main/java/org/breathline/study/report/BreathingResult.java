package org.breathline.study.report;

import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.recording.TraceInterpretation;

/**
 * The breathing of a trace, for a report.
 *
 * @param interpretation the trace and what was decided about it
 * @param cycles the trace with its breaths
 */
public record BreathingResult(TraceInterpretation interpretation, BreathingCycles cycles) {}
