package org.breathline.core.evaluation;

import java.util.Locale;

/**
 * What a protocol wants of the dose to a structure.
 *
 * @param structure the structure by its name in the protocol
 * @param metric what is measured
 * @param relation whether it is a floor or a ceiling
 * @param value the limit, in the metric's unit
 * @param priority how much it matters
 */
public record PlanGoal(
    String structure, DoseMetric metric, Relation relation, double value, Priority priority) {

  /** Floor or ceiling. */
  public enum Relation {
    /** The figure has to reach the value. */
    AT_LEAST(">="),
    /** The figure must not exceed the value. */
    AT_MOST("<=");

    private final String symbol;

    Relation(String symbol) {
      this.symbol = symbol;
    }

    /** How it is written. */
    public String symbol() {
      return symbol;
    }
  }

  /** How much a goal matters. */
  public enum Priority {
    /** A plan that misses it is no plan of the protocol. */
    MUST,
    /** A plan should meet it where it can. */
    SHOULD
  }

  /**
   * A figure misses a limit only by more than so much of it: what is scaled to a limit exactly
   * meets it in spite of rounding.
   */
  private static final double ROUNDING = 1e-4;

  /** Whether a figure meets the goal. */
  public boolean isMetBy(double figure) {
    double slack = ROUNDING * Math.abs(value);
    return switch (relation) {
      case AT_LEAST -> figure >= value - slack;
      case AT_MOST -> figure <= value + slack;
    };
  }

  /** Judges a histogram of the structure. */
  public GoalResult judge(DoseVolumeHistogram histogram) {
    double figure = metric.of(histogram);
    return new GoalResult(this, figure, isMetBy(figure));
  }

  /** The goal as the line that {@link PlanProtocol} reads. */
  @Override
  public String toString() {
    String limit = value == Math.rint(value) ? Long.toString((long) value) : Double.toString(value);
    return "%s %s: %s %s %s %s"
        .formatted(
            priority.name().toLowerCase(Locale.ROOT),
            structure,
            metric,
            relation.symbol(),
            limit,
            metric.unit().symbol());
  }
}
