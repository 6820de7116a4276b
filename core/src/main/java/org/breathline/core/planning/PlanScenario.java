package org.breathline.core.planning;

/**
 * One way that the treatment may go.
 *
 * @param name what it is, in words
 * @param probability how likely, above 0; only ratios matter
 * @param dose what beams do then
 */
public record PlanScenario(String name, double probability, DoseModel dose) {}
