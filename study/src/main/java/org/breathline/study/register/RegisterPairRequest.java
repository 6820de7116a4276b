package org.breathline.study.register;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What to register.
 *
 * @param fixed a MetaImage or NRRD file, Hounsfield units
 * @param moving another one in the same patient space
 * @param landmarks points in both, to measure the error with; see {@link LandmarkFile}
 * @param fieldSpacingMm spacing of the field; without it the field lies on the fixed volume's grid
 * @param insist whether a field that the gate refuses is written all the same
 * @param out the field's file
 */
public record RegisterPairRequest(
    Path fixed,
    Path moving,
    Optional<Path> landmarks,
    OptionalDouble fieldSpacingMm,
    boolean insist,
    Path out) {

  Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    if (fieldSpacingMm.isPresent()) {
      parameters.put("fieldSpacingMm", fieldSpacingMm.getAsDouble());
    }
    parameters.put("insist", insist);
    return parameters;
  }
}
