package org.breathline.study.register;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.breathline.study.UsageException;

/**
 * What to register.
 *
 * @param phases the folder of a 4DCT sorted by phase
 * @param referencePercent the phase that all are registered with: the nearest one is taken
 * @param scrutiny how closely the fields are looked at
 * @param insist whether fields that the gate refuses are written all the same, and marked
 */
public record RegisterSeriesRequest(
    Path phases, double referencePercent, Scrutiny scrutiny, boolean insist) {

  /** Checks the phase. */
  public RegisterSeriesRequest {
    if (!(referencePercent >= 0 && referencePercent < 100)) {
      throw new UsageException(
          "The reference is a phase from 0 to below 100 %%, not %s.".formatted(referencePercent));
    }
  }

  Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("referencePercent", referencePercent);
    parameters.put("secondEngine", scrutiny == Scrutiny.SECOND_ENGINE);
    parameters.put("insist", insist);
    return parameters;
  }
}
