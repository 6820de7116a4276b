package org.breathline.study.motion;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breathline.core.geometry.Vector3;
import org.breathline.study.breathing.TraceRequest;

/**
 * What is asked for.
 *
 * @param phases the folder of a 4DCT sorted by phase
 * @param seed a point in a lung tumour, LPS mm
 * @param seedPercent the phase in which the seed was placed; empty: the phase that fits best
 * @param structures an RT Structure Set whose structures are carried to every phase
 * @param referencePercent the phase they were drawn on, and with which phases are registered;
 *     empty: the one whose images the set names
 * @param fields whether to register phases also where no structure needs it: for the motion model,
 *     the mid-position CT and ventilation
 * @param insist whether to use fields that the quality gate refuses; the warnings then say so
 * @param trace the breathing trace of the scan
 */
public record MotionRequest(
    Path phases,
    Optional<Vector3> seed,
    Optional<Double> seedPercent,
    Optional<Path> structures,
    Optional<Double> referencePercent,
    boolean fields,
    boolean insist,
    Optional<TraceRequest> trace) {

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
    parameters.put("seed", seed.<Object>map(s -> List.of(s.x(), s.y(), s.z())).orElse("none"));
    parameters.put("seedPercent", seedPercent.<Object>map(p -> p).orElse("best"));
    parameters.put("structures", structures.isPresent());
    parameters.put("reference", referencePercent.<Object>map(p -> p).orElse("as drawn"));
    parameters.put("fields", fields);
    parameters.put("insist", insist);
    trace.ifPresent(t -> parameters.putAll(t.parameters()));
    return parameters;
  }
}
