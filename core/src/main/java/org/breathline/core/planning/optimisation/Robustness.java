package org.breathline.core.planning.optimisation;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** What is minimised when there are several scenarios. */
public sealed interface Robustness {

  /**
   * One number from those of the scenarios.
   *
   * @param values the objective in each scenario, not below 0
   * @param probabilities of the scenarios, their sum 1
   * @param derivatives receives the derivative with respect to each value
   */
  double combine(double[] values, double[] probabilities, double[] derivatives);

  /** The mean over the scenarios. */
  record Expected() implements Robustness {

    @Override
    public double combine(double[] values, double[] probabilities, double[] derivatives) {
      double sum = 0;
      for (int s = 0; s < values.length; s++) {
        sum += probabilities[s] * values[s];
        derivatives[s] = probabilities[s];
      }
      return sum;
    }
  }

  /**
   * The worst scenario, whatever its probability, made differentiable as the norm (sum of
   * v^q)^(1/q): above the worst by no more than the number of scenarios to the power of 1/q.
   *
   * @param exponent q, above 1
   */
  record WorstCase(double exponent) implements Robustness {

    @Override
    public double combine(double[] values, double[] probabilities, double[] derivatives) {
      double worst = Arrays.stream(values).max().orElse(0);
      if (worst <= 0) {
        Arrays.fill(derivatives, 0);
        return 0;
      }
      double sum = 0;
      for (double value : values) {
        sum += Math.pow(value / worst, exponent);
      }
      double norm = Math.pow(sum, 1 / exponent);
      for (int s = 0; s < values.length; s++) {
        derivatives[s] = Math.pow(values[s] / (worst * norm), exponent - 1);
      }
      return worst * norm;
    }
  }

  /**
   * The conditional value at risk: the mean over the worst scenarios that together have a
   * probability (Rockafellar and Uryasev, J. Risk 2 (2000) 21).
   *
   * @param tail that probability, above 0 to 1
   */
  record ConditionalValueAtRisk(double tail) implements Robustness {

    @Override
    public double combine(double[] values, double[] probabilities, double[] derivatives) {
      int[] worstFirst =
          IntStream.range(0, values.length)
              .boxed()
              .sorted(Comparator.comparingDouble(s -> -values[s]))
              .mapToInt(Integer::intValue)
              .toArray();
      Arrays.fill(derivatives, 0);
      double left = tail;
      double sum = 0;
      for (int s : worstFirst) {
        double share = Math.min(left, probabilities[s]);
        derivatives[s] = share / tail;
        sum += derivatives[s] * values[s];
        left -= share;
      }
      return sum;
    }
  }
}
