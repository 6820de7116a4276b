package org.breathline.study.target;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import org.breathline.core.target.PhaseWindow;
import org.breathline.core.target.SetupErrors;

/**
 * What target is to be made.
 *
 * @param scan the folder of a 4DCT sorted by phase
 * @param structures the RT Structure Set that the tumour was drawn in
 * @param target the structure's name, a GTV
 * @param referencePercent the phase it was drawn on; empty: as its references say
 * @param ctvMarginMm from the GTV to the CTV, 0 for none
 * @param barriers structures that this margin neither enters nor crosses
 * @param method how the target that is treated comes about
 * @param window the phases that count
 * @param ptvMarginMm around the ITV; empty: no PTV, but for the mid-ventilation method
 * @param errors what the mid-ventilation margin covers beside breathing
 * @param segmentation whether to write a DICOM Segmentation too
 * @param everyPhase whether to write the tumour of every phase too
 * @param insist whether to use fields that the quality gate refuses, and say so
 */
public record TargetRequest(
    Path scan,
    Path structures,
    String target,
    OptionalDouble referencePercent,
    double ctvMarginMm,
    List<String> barriers,
    TargetMethod method,
    PhaseWindow window,
    OptionalDouble ptvMarginMm,
    SetupErrors errors,
    boolean segmentation,
    boolean everyPhase,
    boolean insist) {

  /** The most that a margin may be, mm. */
  public static final double MOST_MARGIN_MM = 50;

  /** Copies the list. */
  public TargetRequest {
    barriers = List.copyOf(barriers);
  }

  Map<String, Object> parameters(double reference) {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("target", target);
    parameters.put("referencePercent", reference);
    parameters.put("ctvMarginMm", ctvMarginMm);
    parameters.put("barriers", barriers);
    parameters.put("method", method.word());
    parameters.put("phases", window.toString());
    ptvMarginMm.ifPresent(mm -> parameters.put("ptvMarginMm", mm));
    parameters.put("systematicMm", errors.systematicMm().x());
    parameters.put("randomMm", errors.randomMm().x());
    parameters.put("penumbraMm", errors.penumbraMm());
    parameters.put("beta", errors.beta());
    parameters.put("insist", insist);
    return parameters;
  }
}
