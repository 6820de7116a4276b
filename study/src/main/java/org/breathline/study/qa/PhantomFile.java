package org.breathline.study.qa;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.qa.Insert;
import org.breathline.core.qa.InsertShape;
import org.breathline.core.qa.MovingPhantom;
import org.breathline.core.qa.ProgrammedMotion;
import org.breathline.core.qa.Tolerances;
import org.breathline.core.qa.Waveform;
import org.breathline.core.respiration.BreathingStatistics;
import org.breathline.study.InputException;
import org.breathline.study.UsageException;
import org.breathline.study.breathing.LoadedTrace;
import org.breathline.study.breathing.TraceRequest;
import org.breathline.study.output.Digests;
import org.breathline.study.output.Provenance;

/**
 * The file that says what a moving phantom is and does: {@code
 * docs/schemas/qa-phantom.schema.json}.
 *
 * @param name of the phantom
 * @param phantom its motion, inserts and tolerances
 * @param rotationS how long an image is averaged over, if the file says it
 * @param inputs what was read
 */
public record PhantomFile(
    String name, MovingPhantom phantom, OptionalDouble rotationS, List<Provenance.Input> inputs) {

  /** A file of a few hundred bytes; what is larger is another. */
  private static final long MOST_BYTES = 1 << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  /** Copies the list. */
  public PhantomFile {
    inputs = List.copyOf(inputs);
  }

  /**
   * Reads a phantom file.
   *
   * @throws UsageException if it is not there
   * @throws InputException if it is wrong: with the place in it and what was expected
   * @throws IOException if it, or a trace it names, cannot be read
   */
  public static PhantomFile read(Path file) throws IOException, InputException {
    if (!Files.isRegularFile(file)) {
      throw new UsageException(
          "The phantom file %s %s."
              .formatted(file, Files.exists(file) ? "is not a file" : "is not there"));
    }
    if (Files.size(file) > MOST_BYTES) {
      throw new InputException(file + ": this is no phantom file: it is larger than 1 MB.");
    }
    JsonNode tree;
    try {
      tree = MAPPER.readTree(Files.readAllBytes(file));
    } catch (JsonProcessingException e) {
      throw new InputException(
          "%s: this is no JSON: line %d, column %d: %s."
              .formatted(
                  file,
                  e.getLocation() == null ? 1 : e.getLocation().getLineNr(),
                  e.getLocation() == null ? 1 : e.getLocation().getColumnNr(),
                  e.getOriginalMessage()),
          e);
    }
    return new Reader(file, new JsonObject(tree, file.toString(), "")).read();
  }

  /** Reads one file. */
  private static final class Reader {

    private final Path file;
    private final JsonObject root;
    private final List<Provenance.Input> inputs = new ArrayList<>();

    Reader(Path file, JsonObject root) {
      this.file = file;
      this.root = root;
    }

    PhantomFile read() throws IOException, InputException {
      root.allow("$schema", "name", "motion", "inserts", "rotationS", "tolerances");
      inputs.add(new Provenance.Input("phantom", 1, Digests.ofFile(file)));
      List<Insert> inserts = new ArrayList<>();
      for (JsonObject insert : root.objects("inserts")) {
        inserts.add(insert(insert));
      }
      ProgrammedMotion motion = motion(root.object("motion"));
      try {
        return new PhantomFile(
            root.text("name"),
            new MovingPhantom(motion, inserts, tolerances()),
            root.optionalPositive("rotationS"),
            inputs);
      } catch (IllegalArgumentException e) {
        throw root.wrong(String.valueOf(e.getMessage()));
      }
    }

    private ProgrammedMotion motion(JsonObject motion) throws IOException, InputException {
      motion.allow("waveform", "trace", "phaseZeroEnd", "peakToPeakMm", "periodS");
      Vector3 towards = motion.direction("phaseZeroEnd");
      double peakToPeakMm = motion.positive("peakToPeakMm");
      String waveform = motion.text("waveform");
      if (!waveform.equals("trace") && motion.has("trace")) {
        throw motion.wrong("a trace is read only where waveform is \"trace\"");
      }
      return switch (waveform) {
        case "sine" ->
            new ProgrammedMotion(
                new Waveform.Sine(), towards, peakToPeakMm, motion.positive("periodS"));
        case "cos4" ->
            new ProgrammedMotion(
                new Waveform.CosFourth(), towards, peakToPeakMm, motion.positive("periodS"));
        case "trace" -> alongTrace(motion, towards, peakToPeakMm);
        default -> throw motion.problem("waveform", "sine, cos4 or trace");
      };
    }

    /** The mean breath and mean period of the trace that the platform was given. */
    private ProgrammedMotion alongTrace(JsonObject motion, Vector3 towards, double peakToPeakMm)
        throws IOException, InputException {
      Path trace = file.resolveSibling(motion.text("trace"));
      if (!Files.isRegularFile(trace)) {
        throw new InputException(
            "%s: motion.trace: %s is not there; it is looked for beside the phantom file."
                .formatted(file, trace));
      }
      LoadedTrace loaded = LoadedTrace.load(TraceRequest.of(trace));
      inputs.add(new Provenance.Input("programmed trace", 1, loaded.inputs().getFirst().sha256()));
      OptionalDouble periodS = motion.optionalPositive("periodS");
      try {
        return new ProgrammedMotion(
            Waveform.MeanBreath.of(loaded.cycles()),
            towards,
            peakToPeakMm,
            periodS.orElseGet(() -> BreathingStatistics.of(loaded.cycles()).periodS().mean()));
      } catch (IllegalArgumentException e) {
        throw new InputException("%s: %s.".formatted(trace, e.getMessage()), e);
      }
    }

    private Insert insert(JsonObject insert) throws InputException {
      insert.allow(
          "name",
          "shape",
          "diameterMm",
          "lengthMm",
          "axis",
          "hu",
          "backgroundHu",
          "positionMm",
          "huTolerance");
      double diameterMm = insert.positive("diameterMm");
      InsertShape shape =
          switch (insert.text("shape")) {
            case "sphere" -> new InsertShape.Sphere(diameterMm);
            case "cylinder" ->
                new InsertShape.Cylinder(
                    diameterMm,
                    insert.positive("lengthMm"),
                    insert.has("axis") ? insert.direction("axis") : new Vector3(0, 0, 1));
            default -> throw insert.problem("shape", "sphere or cylinder");
          };
      try {
        return new Insert(
            insert.text("name"),
            shape,
            insert.number("hu"),
            insert.number("backgroundHu"),
            insert.optionalVector("positionMm"),
            insert.optionalPositive("huTolerance"));
      } catch (IllegalArgumentException e) {
        throw insert.wrong(String.valueOf(e.getMessage()));
      }
    }

    private Tolerances tolerances() throws InputException {
      Tolerances usual = Tolerances.DEFAULT;
      if (!root.has("tolerances")) {
        return usual;
      }
      JsonObject own = root.object("tolerances");
      own.allow(
          "amplitudeMm",
          "offAxisMm",
          "positionMm",
          "placeMm",
          "phaseLagS",
          "volumePercent",
          "hu",
          "outOfShapePercent",
          "periodS");
      return new Tolerances(
          own.optionalPositive("amplitudeMm").orElse(usual.amplitudeMm()),
          own.optionalPositive("offAxisMm").orElse(usual.offAxisMm()),
          own.optionalPositive("positionMm").orElse(usual.positionMm()),
          own.optionalPositive("placeMm").orElse(usual.placeMm()),
          own.optionalPositive("phaseLagS").orElse(usual.phaseLagS()),
          own.optionalPositive("volumePercent").orElse(usual.volumePercent()),
          own.optionalPositive("hu").orElse(usual.densityHu()),
          own.optionalPositive("outOfShapePercent").orElse(usual.artefactPercent()),
          own.optionalPositive("periodS").orElse(usual.periodS()));
    }
  }
}
