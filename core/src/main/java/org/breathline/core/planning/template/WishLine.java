package org.breathline.core.planning.template;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breathline.core.planning.objective.DoseFunction;
import org.breathline.core.planning.objective.GeneralizedEud;
import org.breathline.core.planning.objective.MaximumDvh;
import org.breathline.core.planning.objective.MeanDose;
import org.breathline.core.planning.objective.MinimumDvh;
import org.breathline.core.planning.objective.SmoothMaximum;
import org.breathline.core.planning.objective.SmoothMinimum;
import org.breathline.core.planning.objective.SquaredDeviation;
import org.breathline.core.planning.objective.SquaredOverdose;
import org.breathline.core.planning.objective.SquaredUnderdose;
import org.breathline.core.planning.objective.VolumeAtDose;

/**
 * A line of a template that asks for something: {@code objective NAME: FUNCTION weight W}, where
 * functions are {@code over 30}, {@code under 60}, {@code deviation 60} (Gy), {@code mean}, {@code
 * eud 8}, {@code dvh-max 20 30%}, {@code dvh-min 60 95%}; and {@code constraint NAME: FUNCTION <=
 * LIMIT}, where they are {@code max}, {@code min}, {@code mean}, {@code eud 8} (limits in Gy) and
 * {@code volume 20} (a limit in per cent).
 */
final class WishLine {

  private static final Pattern LINE =
      Pattern.compile(
          "(objective|constraint)\\s+(\\S+)\\s*:\\s*([a-z-]+)((?:\\s+[0-9.+-]+%?)*)\\s+"
              + "(weight|<=|>=)\\s*([0-9.]+)(%?)");

  /**
   * A third of a gray is far less than any limit is known to, and far more than a step of a search.
   */
  private static final double SOFT_GY = 0.3;

  private static final double PERCENT = 100;

  private WishLine() {}

  static Wish parse(String text) {
    Matcher line = LINE.matcher(text);
    if (!line.matches()) {
      throw new IllegalArgumentException(
          "expected \"objective PTV: deviation 60 weight 100\" or \"constraint Cord: max <= 45\"");
    }
    String structure = line.group(2);
    String[] numbers = line.group(4).strip().split("\\s+", -1);
    double last = Double.parseDouble(line.group(6));
    if (line.group(1).equals("objective")) {
      if (!line.group(5).equals("weight")) {
        throw new IllegalArgumentException("an objective ends with its weight");
      }
      return new Wish.Objective(structure, objective(line.group(3), numbers), last);
    }
    double limit = line.group(7).isEmpty() ? last : last / PERCENT;
    DoseFunction function = constraint(line.group(3), numbers);
    return switch (line.group(5)) {
      case "<=" -> new Wish.Constraint(structure, function, Double.NEGATIVE_INFINITY, limit);
      case ">=" -> new Wish.Constraint(structure, function, limit, Double.POSITIVE_INFINITY);
      default -> throw new IllegalArgumentException("a constraint ends with its limit");
    };
  }

  private static DoseFunction objective(String function, String[] numbers) {
    return switch (function) {
      case "over" -> new SquaredOverdose(number(numbers, 0));
      case "under" -> new SquaredUnderdose(number(numbers, 0));
      case "deviation" -> new SquaredDeviation(number(numbers, 0));
      case "mean" -> new MeanDose();
      case "eud" -> new GeneralizedEud(number(numbers, 0));
      case "dvh-max" -> new MaximumDvh(number(numbers, 0), number(numbers, 1) / PERCENT);
      case "dvh-min" -> new MinimumDvh(number(numbers, 0), number(numbers, 1) / PERCENT);
      default -> throw new IllegalArgumentException("no objective " + function);
    };
  }

  private static DoseFunction constraint(String function, String[] numbers) {
    return switch (function) {
      case "max" -> new SmoothMaximum(SOFT_GY);
      case "min" -> new SmoothMinimum(SOFT_GY);
      case "mean" -> new MeanDose();
      case "eud" -> new GeneralizedEud(number(numbers, 0));
      case "volume" -> new VolumeAtDose(number(numbers, 0), SOFT_GY);
      default -> throw new IllegalArgumentException("no constraint " + function);
    };
  }

  private static double number(String[] numbers, int index) {
    if (index >= numbers.length || numbers[index].isEmpty()) {
      throw new IllegalArgumentException("a number is missing");
    }
    String text = numbers[index];
    return Double.parseDouble(text.endsWith("%") ? text.substring(0, text.length() - 1) : text);
  }
}
