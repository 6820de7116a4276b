package org.breathline.core.registration.quality;

import java.util.List;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.Distribution;
import org.breathline.core.registration.LandmarkPair;

/**
 * Target registration errors: the distance between where a field takes a landmark and where it is.
 *
 * @param beforeMm the landmarks' own distances, without a registration, mm
 * @param errorMm the errors with it, mm
 * @param ownErrorMm root mean square of the landmarks' own errors, mm: no registration can be shown
 *     to be better than this
 * @param worst where the greatest error is, in the fixed image, LPS mm
 */
public record LandmarkErrors(
    Distribution beforeMm, Distribution errorMm, double ownErrorMm, Vector3 worst) {

  /**
   * Measures.
   *
   * @param landmarks at least one
   */
  public static LandmarkErrors of(DisplacementField field, List<LandmarkPair> landmarks) {
    float[] before = new float[landmarks.size()];
    float[] errors = new float[landmarks.size()];
    double squares = 0;
    int worst = 0;
    for (int n = 0; n < errors.length; n++) {
      LandmarkPair pair = landmarks.get(n);
      before[n] = (float) pair.distanceMm();
      errors[n] = (float) field.map(pair.fixed()).minus(pair.moving()).length();
      squares += pair.errorMm() * pair.errorMm();
      worst = errors[n] > errors[worst] ? n : worst;
    }
    return new LandmarkErrors(
        Distribution.of(before),
        Distribution.of(errors),
        Math.sqrt(squares / errors.length),
        landmarks.get(worst).fixed());
  }
}
