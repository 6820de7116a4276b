package org.breathline.study.dose;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.breathline.core.evaluation.DoseVolumeHistogram;
import org.breathline.core.evaluation.GoalResult;
import org.breathline.core.evaluation.PlanGoal;
import org.breathline.core.evaluation.PlanProtocol;
import org.breathline.core.evaluation.StructureDose;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.structure.Structure;
import org.breathline.study.UsageException;

/**
 * What the structures get, and how that does by a protocol's goals.
 *
 * @param histograms of the structures that the dose reaches, in the order of the set
 * @param goals of the structures that are there
 * @param notJudged what the protocol speaks of and nobody contoured
 * @param warnings structures without a histogram, or partly beyond the dose grid
 */
record DoseJudgement(
    Map<Structure, DoseVolumeHistogram> histograms,
    List<GoalResult> goals,
    Set<String> notJudged,
    List<String> warnings) {

  private static final double WORTH_SAYING_ML = 0.1;

  static DoseJudgement of(
      PlannedStructures structures, FloatVolume dose, Optional<PlanProtocol> protocol) {
    Map<Structure, DoseVolumeHistogram> histograms = new LinkedHashMap<>();
    List<String> warnings = new ArrayList<>();
    for (Structure structure : structures.drawn()) {
      try {
        DoseVolumeHistogram histogram = StructureDose.of(structure.contours(), dose);
        histograms.put(structure, histogram);
        if (structure.type().isTarget() && histogram.uncoveredMl() > WORTH_SAYING_ML) {
          warnings.add(
              String.format(
                  Locale.ROOT,
                  "%.1f mL of \"%s\" are outside of the patient's outline and count in no figure.",
                  histogram.uncoveredMl(),
                  structure.name()));
        }
      } catch (IllegalArgumentException e) {
        warnings.add("\"%s\" has no histogram: %s.".formatted(structure.name(), e.getMessage()));
      }
    }
    List<GoalResult> goals = new ArrayList<>();
    Set<String> notJudged = new TreeSet<>();
    for (PlanGoal goal : protocol.map(PlanProtocol::goals).orElse(List.of())) {
      Optional<DoseVolumeHistogram> histogram =
          structures.set().find(goal.structure()).map(histograms::get);
      histogram.map(goal::judge).ifPresent(goals::add);
      if (histogram.isEmpty()) {
        notJudged.add(goal.structure());
      }
    }
    return new DoseJudgement(histograms, goals, notJudged, warnings);
  }

  /**
   * The protocol of a name, or of a file.
   *
   * @throws UsageException if there is neither
   */
  static PlanProtocol protocol(String name) throws IOException {
    Optional<PlanProtocol> builtIn = PlanProtocol.builtIn(name);
    if (builtIn.isPresent()) {
      return builtIn.get();
    }
    Path file = Path.of(name);
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          "%s is no file of goals, and no protocol that is built in: those are %s."
              .formatted(name, String.join(", ", PlanProtocol.BUILT_IN)));
    }
    try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      return PlanProtocol.read(reader, name);
    }
  }
}
