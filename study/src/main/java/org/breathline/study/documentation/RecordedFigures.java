package org.breathline.study.documentation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breathline.billing.documentation.Figure;
import org.breathline.billing.documentation.Figure.Topic;
import org.breathline.study.InputException;

/**
 * The figures of simulation.json, itv.json and motion.json, as {@code docs/schemas} has them. What
 * is not in them is not in the evidence.
 */
final class RecordedFigures {

  private static final long LARGEST_FILE = 64L << 20;
  private static final JsonMapper MAPPER = JsonMapper.builder().build();

  private final List<Figure> figures;
  private final List<String> warnings;

  RecordedFigures(List<Figure> figures, List<String> warnings) {
    this.figures = figures;
    this.warnings = warnings;
  }

  void of(Path folder, List<StudyFolder.Found> found) throws IOException, InputException {
    for (String name : List.of("simulation.json", "itv.json", "motion.json")) {
      List<StudyFolder.Found> files =
          found.stream()
              .filter(
                  f -> String.valueOf(f.file().getFileName()).toLowerCase(Locale.ROOT).equals(name))
              .toList();
      if (files.size() > 1) {
        throw new InputException(
            "%s holds %d files %s; a claim rests on one result of each kind."
                .formatted(folder, files.size(), name));
      }
      for (StudyFolder.Found file : files) {
        JsonNode json = json(file.file());
        String id = file.object().id();
        switch (name) {
          case "simulation.json" -> simulation(json, id);
          case "itv.json" -> target(json, id);
          default -> motion(json, id);
        }
      }
    }
  }

  private static JsonNode json(Path file) throws IOException, InputException {
    if (Files.size(file) > LARGEST_FILE) {
      throw new InputException(file + " is larger than any such file (64 MiB).");
    }
    try {
      return MAPPER.readTree(file.toFile());
    } catch (JsonProcessingException e) {
      throw new InputException(
          "%s, line %d: not JSON."
              .formatted(file, e.getLocation() == null ? 0 : e.getLocation().getLineNr()));
    }
  }

  private void simulation(JsonNode json, String id) {
    JsonNode trace = json.path("trace");
    if (!trace.isMissingNode()) {
      text(Topic.SURROGATE, "format of the trace", trace.path("format"), id);
      number(Topic.SURROGATE, "length of the trace", trace.path("durationS"), "s", id);
      JsonNode statistics = trace.path("statistics");
      number(Topic.BREATHING, "breaths", statistics.path("breaths"), "", id);
      number(Topic.BREATHING, "breaths trusted", statistics.path("trustedBreaths"), "", id);
      text(Topic.BREATHING, "regularity", statistics.path("regularity"), id);
      number(Topic.BREATHING, "period, mean", statistics.path("periodS").path("mean"), "s", id);
      number(
          Topic.BREATHING,
          "period, standard deviation",
          statistics.path("periodS").path("standardDeviation"),
          "s",
          id);
      String unit = trace.path("amplitudeUnit").asText().equals("mm") ? "mm" : "";
      number(
          Topic.BREATHING, "amplitude, mean", statistics.path("amplitude").path("mean"), unit, id);
    }
    phases(json, id);
    JsonNode chest = json.path("chest");
    number(
        Topic.MOTION,
        "left dome of the diaphragm, superior-inferior",
        chest.path("leftDomeMm"),
        "mm",
        id);
    number(
        Topic.MOTION,
        "right dome of the diaphragm, superior-inferior",
        chest.path("rightDomeMm"),
        "mm",
        id);
    number(Topic.MOTION, "air moved by a breath", chest.path("tidalMl"), "mL", id);
    text(Topic.MOTION, "registration of the phases", json.path("registration").path("verdict"), id);
    for (JsonNode notice : json.path("notices")) {
      if (!notice.path("severity").asText().equals("note")) {
        warnings.add(notice.path("message").asText());
      }
    }
  }

  private void phases(JsonNode json, String id) {
    JsonNode phases = json.path("phases");
    if (phases.isEmpty()) {
      return;
    }
    List<String> labels = new ArrayList<>();
    phases.forEach(p -> labels.add(p.path("label").asText()));
    figures.add(Figure.of(Topic.PHASES, "phases", phases.size(), "", id));
    figures.add(Figure.of(Topic.PHASES, "labels", String.join(", ", labels), id));
    text(Topic.PHASES, "lungs fullest in", json.path("fullestPhase"), id);
    text(Topic.PHASES, "lungs emptiest in", json.path("emptiestPhase"), id);
    JsonNode sorting = json.path("sorting");
    if (sorting.isMissingNode()) {
      figures.add(Figure.of(Topic.PHASES, "sorted by", "the scanner", id));
      return;
    }
    text(Topic.PHASES, "sorted by", sorting.path("method"), id);
    int gaps = 0;
    int outside = 0;
    for (JsonNode bin : sorting.path("bins")) {
      gaps += bin.path("gaps").asInt();
      outside += bin.path("outside").asInt();
    }
    figures.add(Figure.of(Topic.PHASES, "bins", sorting.path("bins").size(), "", id));
    figures.add(Figure.of(Topic.PHASES, "gaps", gaps, "", id));
    figures.add(Figure.of(Topic.PHASES, "slabs taken from outside their bin", outside, "", id));
    artefacts(sorting.path("borders"), id);
  }

  private void artefacts(JsonNode borders, String id) {
    int artefacts = 0;
    double worst = 0;
    for (JsonNode border : borders) {
      artefacts += border.path("artefact").asBoolean() ? 1 : 0;
      worst = Math.max(worst, border.path("residualMm").asDouble(0));
    }
    figures.add(Figure.of(Topic.ARTEFACTS, "slab borders judged", borders.size(), "", id));
    figures.add(Figure.of(Topic.ARTEFACTS, "slab borders with an artefact", artefacts, "", id));
    figures.add(Figure.of(Topic.ARTEFACTS, "greatest artefact score", worst, "mm", id));
  }

  private void target(JsonNode json, String id) {
    text(Topic.TARGET, "made by", json.path("method"), id);
    text(Topic.TARGET, "phases that count", json.path("window"), id);
    for (JsonNode volume : json.path("volumes")) {
      number(Topic.TARGET, volume.path("name").asText(), volume.path("volumeMl"), "mL", id);
    }
    JsonNode motion = json.path("motion");
    axes("target", motion.path("peakToPeakMm"), id);
    number(Topic.MOTION, "target, in all", motion.path("vectorMm"), "mm", id);
    for (JsonNode notice : json.path("notices")) {
      if (!notice.path("severity").asText().equals("NOTE")) {
        warnings.add(notice.path("message").asText());
      }
    }
  }

  private void motion(JsonNode json, String id) {
    for (JsonNode structure : json.path("structures")) {
      String name = structure.path("name").asText();
      JsonNode peak = structure.path("peakToPeakMm");
      axes(name, peak, id);
      number(Topic.MOTION, name + ", in all", peak.path("vector"), "mm", id);
    }
    for (JsonNode warning : json.path("warnings")) {
      warnings.add(warning.asText());
    }
  }

  private void axes(String whose, JsonNode axes, String id) {
    number(Topic.MOTION, whose + ", left-right", axes.path("lr"), "mm", id);
    number(Topic.MOTION, whose + ", anterior-posterior", axes.path("ap"), "mm", id);
    number(Topic.MOTION, whose + ", superior-inferior", axes.path("si"), "mm", id);
  }

  private void number(Topic topic, String name, JsonNode value, String unit, String id) {
    if (value.isNumber()) {
      figures.add(Figure.of(topic, name, value.asDouble(), unit, id));
    }
  }

  private void text(Topic topic, String name, JsonNode value, String id) {
    if (value.isTextual()) {
      figures.add(Figure.of(topic, name, value.asText(), id));
    }
  }
}
