package org.breathline.study.target;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.target.PhaseWindow;
import org.breathline.core.target.SetupErrors;
import org.breathline.study.UsageException;

/**
 * How a tumour becomes a target.
 *
 * @param ctvMarginMm from the GTV to the CTV, 0 for none
 * @param barriers structures that this margin neither enters nor crosses
 * @param method how the target that is treated comes about
 * @param window the phases that count
 * @param ptvMarginMm around the ITV; empty: no PTV, but for the mid-ventilation method
 * @param errors what the mid-ventilation margin covers beside breathing
 * @param segmentation whether to write a DICOM Segmentation too
 * @param everyPhase whether to write the tumour of every phase too
 */
public record TargetRecipe(
    double ctvMarginMm,
    List<String> barriers,
    TargetMethod method,
    PhaseWindow window,
    OptionalDouble ptvMarginMm,
    SetupErrors errors,
    boolean segmentation,
    boolean everyPhase) {

  /** The most that a margin may be, mm. */
  public static final double MOST_MARGIN_MM = 50;

  /** Errors of 2 mm along each axis, a beam's edge in lung, the 95 % isodose. */
  public static final SetupErrors USUAL_ERRORS =
      new SetupErrors(
          new Vector3(2, 2, 2),
          new Vector3(2, 2, 2),
          SetupErrors.PENUMBRA_IN_LUNG_MM,
          SetupErrors.BETA_95);

  /**
   * Copies the list, and checks.
   *
   * @throws UsageException if the recipe makes no sense
   */
  public TargetRecipe {
    barriers = List.copyOf(barriers);
    if (!(ctvMarginMm >= 0 && ctvMarginMm <= MOST_MARGIN_MM)) {
      throw new UsageException(
          "The CTV margin is 0 to %.0f mm, not %s.".formatted(MOST_MARGIN_MM, ctvMarginMm));
    }
    double ptv = ptvMarginMm.orElse(0);
    if (!(ptv >= 0 && ptv <= MOST_MARGIN_MM)) {
      throw new UsageException(
          "The PTV margin is 0 to %.0f mm, not %s.".formatted(MOST_MARGIN_MM, ptv));
    }
    if (!barriers.isEmpty() && ctvMarginMm == 0) {
      throw new UsageException("A barrier cuts the CTV margin: give one with --ctv-margin.");
    }
    if (method == TargetMethod.MIDV && ptvMarginMm.isPresent()) {
      throw new UsageException(
          "The mid-ventilation method works its margin out itself: leave --ptv-margin away.");
    }
  }

  /** For the provenance. */
  public Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("ctvMarginMm", ctvMarginMm);
    parameters.put("barriers", barriers);
    parameters.put("method", method.word());
    parameters.put("phases", window.toString());
    ptvMarginMm.ifPresent(mm -> parameters.put("ptvMarginMm", mm));
    parameters.put("systematicMm", errors.systematicMm().x());
    parameters.put("randomMm", errors.randomMm().x());
    parameters.put("penumbraMm", errors.penumbraMm());
    parameters.put("beta", errors.beta());
    return parameters;
  }
}
