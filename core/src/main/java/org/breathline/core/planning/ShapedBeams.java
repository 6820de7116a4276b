package org.breathline.core.planning;

import java.util.List;
import org.breathline.core.dose.FluenceMap;
import org.breathline.core.evaluation.GoalResult;
import org.breathline.core.treatment.Beam;

/**
 * Beams that a machine can give, before their dose is scaled.
 *
 * @param beams with monitor units of a fraction
 * @param fluence what was to be delivered, by beam, monitor units of a fraction
 * @param beforeSequencing how the fluence would do
 * @param objective what was reached
 * @param violation of constraints
 */
record ShapedBeams(
    List<Beam> beams,
    List<FluenceMap> fluence,
    List<GoalResult> beforeSequencing,
    double objective,
    double violation) {}
