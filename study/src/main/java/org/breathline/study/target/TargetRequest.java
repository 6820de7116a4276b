package org.breathline.study.target;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breathline.study.structures.TumourChoice;

/**
 * What target is to be made.
 *
 * @param scan the folder of a 4DCT sorted by phase
 * @param tumour drawn or clicked
 * @param recipe what to make of it
 * @param planning the image that is planned on; empty: none is chosen
 * @param insist whether to use fields that the quality gate refuses, and say so
 */
public record TargetRequest(
    Path scan,
    TumourChoice tumour,
    TargetRecipe recipe,
    Optional<PlanningChoice> planning,
    boolean insist) {

  /** What is read, and must not be replaced by results. */
  Path[] files() {
    List<Path> files = new ArrayList<>(List.of(scan));
    files.addAll(tumour.files());
    planning.flatMap(PlanningChoice::planningCt).ifPresent(files::add);
    return files.toArray(Path[]::new);
  }

  Map<String, Object> parameters(double reference) {
    Map<String, Object> parameters = new LinkedHashMap<>(tumour.parameters());
    parameters.put("referencePercent", reference);
    parameters.putAll(recipe.parameters());
    planning.ifPresent(p -> parameters.put("planOn", p.on().word()));
    parameters.put("insist", insist);
    return parameters;
  }
}
