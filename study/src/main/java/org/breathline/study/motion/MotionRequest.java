package org.breathline.study.motion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.breathline.study.breathing.TraceRequest;
import org.breathline.study.structures.TumourChoice;

/**
 * What is asked for.
 *
 * @param phases the folder of a 4DCT sorted by phase
 * @param clicked a lung tumour, found anew in every phase
 * @param structures an RT Structure Set whose structures are carried to every phase
 * @param referencePercent the phase they were drawn on, and with which phases are registered;
 *     empty: the one whose images the set names
 * @param fields whether to register phases also where no structure needs it: for the motion model,
 *     the mid-position CT and ventilation
 * @param insist whether to use fields that the quality gate refuses; the warnings then say so
 * @param trace the breathing trace of the scan
 * @param decision what a person decided about the motion
 */
public record MotionRequest(
    Path phases,
    Optional<TumourChoice.Clicked> clicked,
    Optional<Path> structures,
    Optional<Double> referencePercent,
    boolean fields,
    boolean insist,
    Optional<TraceRequest> trace,
    Optional<DecisionRequest> decision) {

  /** What is read, and must not be replaced by results. */
  Path[] files() {
    List<Path> files = new ArrayList<>();
    files.add(phases);
    structures.ifPresent(files::add);
    trace.ifPresent(t -> files.addAll(t.files()));
    return files.toArray(Path[]::new);
  }

  /** For the provenance. */
  Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    clicked.ifPresent(c -> parameters.putAll(c.parameters()));
    parameters.put("structures", structures.isPresent());
    parameters.put("reference", referencePercent.<Object>map(p -> p).orElse("as drawn"));
    parameters.put("fields", fields);
    parameters.put("insist", insist);
    decision.ifPresent(d -> parameters.put("decided", d.chosen().name().toLowerCase(Locale.ROOT)));
    trace.ifPresent(t -> parameters.putAll(t.parameters()));
    return parameters;
  }
}
