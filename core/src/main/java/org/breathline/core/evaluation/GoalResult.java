package org.breathline.core.evaluation;

/**
 * How a plan did by a goal.
 *
 * @param goal the goal
 * @param figure what was found, in the unit of the goal's metric
 * @param met whether the goal is met
 */
public record GoalResult(PlanGoal goal, double figure, boolean met) {}
