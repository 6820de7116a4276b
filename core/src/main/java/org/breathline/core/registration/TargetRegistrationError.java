package org.breathline.core.registration;

import java.util.Arrays;
import java.util.List;
import org.breathline.core.field.DisplacementField;

/**
 * How far from their true places a field takes landmarks (TRE; AAPM TG-132, section 4.C.2).
 *
 * @param count of landmarks, at least 1
 * @param meanMm mean
 * @param sdMm standard deviation
 * @param p95Mm 95th percentile: at most one in twenty is worse
 * @param maxMm the worst
 */
public record TargetRegistrationError(
    int count, double meanMm, double sdMm, double p95Mm, double maxMm) {

  /**
   * The errors without any registration: how far the landmarks move.
   *
   * @throws IllegalArgumentException if there are no landmarks
   */
  public static TargetRegistrationError before(List<LandmarkPair> landmarks) {
    return of(landmarks.stream().mapToDouble(l -> l.moving().minus(l.fixed()).length()).toArray());
  }

  /**
   * The errors of a field.
   *
   * @throws IllegalArgumentException if there are no landmarks
   */
  public static TargetRegistrationError after(
      List<LandmarkPair> landmarks, DisplacementField field) {
    return of(
        landmarks.stream()
            .mapToDouble(l -> l.moving().minus(field.map(l.fixed())).length())
            .toArray());
  }

  private static TargetRegistrationError of(double[] errors) {
    if (errors.length == 0) {
      throw new IllegalArgumentException("no landmarks");
    }
    Arrays.sort(errors);
    double mean = Arrays.stream(errors).average().orElseThrow();
    double squares = Arrays.stream(errors).map(e -> (e - mean) * (e - mean)).sum();
    int place = (int) Math.ceil(0.95 * errors.length) - 1;
    return new TargetRegistrationError(
        errors.length,
        mean,
        errors.length > 1 ? Math.sqrt(squares / (errors.length - 1)) : 0,
        errors[place],
        errors[errors.length - 1]);
  }
}
