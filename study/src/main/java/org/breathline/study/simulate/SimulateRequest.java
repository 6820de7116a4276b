package org.breathline.study.simulate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.study.UsageException;
import org.breathline.study.breathing.TraceRequest;
import org.breathline.study.motion.DecisionRequest;
import org.breathline.study.output.Digests;
import org.breathline.study.output.Provenance;
import org.breathline.study.register.Scrutiny;
import org.breathline.study.structures.TumourChoice;
import org.breathline.study.target.TargetRecipe;

/**
 * What is to be simulated.
 *
 * @param scan an unsorted scan, or a 4DCT sorted by phase
 * @param trace its breathing trace; needed for an unsorted scan
 * @param offsetS added to where the trace's beam-on edges (without them: its first sample) put the
 *     scan; empty: checked, and where need be found, by the images
 * @param register whether the phases are registered with one another
 * @param scrutiny how closely the fields are looked at
 * @param repair whether slabs that show another moment are filled from the other phases
 * @param target whose internal target volume is to be made
 */
public record SimulateRequest(
    Path scan,
    Optional<TraceRequest> trace,
    OptionalDouble offsetS,
    boolean register,
    Scrutiny scrutiny,
    boolean repair,
    Optional<Target> target) {

  /**
   * A target.
   *
   * @param tumour clicked or drawn
   * @param recipe what to make of it
   * @param insist whether to use fields that the quality gate refuses, and say so
   * @param decision what a person decided about its motion
   */
  public record Target(
      TumourChoice tumour,
      TargetRecipe recipe,
      boolean insist,
      Optional<DecisionRequest> decision) {

    private Map<String, Object> parameters() {
      Map<String, Object> parameters = new LinkedHashMap<>(tumour.parameters());
      parameters.putAll(recipe.parameters());
      parameters.put("insist", insist);
      return parameters;
    }
  }

  /**
   * Checks.
   *
   * @throws UsageException if a target is asked for and nothing is to carry it
   */
  public SimulateRequest {
    if (target.isPresent() && !register) {
      throw new UsageException("--no-registration leaves nothing to carry a target with.");
    }
    if (!register && (repair || scrutiny != Scrutiny.USUAL)) {
      throw new UsageException("--repair and --uncertainty need the registration.");
    }
  }

  /** The whole chain, with the clocks as beam-on edges and images have them. */
  public SimulateRequest(Path scan, Optional<TraceRequest> trace) {
    this(scan, trace, OptionalDouble.empty(), true, Scrutiny.USUAL, false, Optional.empty());
  }

  /** The same without the registration, which takes most of the time. */
  public SimulateRequest withoutRegistration() {
    return new SimulateRequest(scan, trace, offsetS, false, scrutiny, repair, target);
  }

  /** The same with a target. */
  public SimulateRequest withTarget(Target asked) {
    return new SimulateRequest(
        scan, trace, offsetS, register, scrutiny, repair, Optional.of(asked));
  }

  /** What the results must not replace. */
  List<Path> inputs() {
    List<Path> inputs = new ArrayList<>(List.of(scan));
    trace.ifPresent(t -> inputs.addAll(t.files()));
    target.ifPresent(t -> inputs.addAll(t.tumour().files()));
    return inputs;
  }

  /** How a result came to be: what all of it says, with what the target adds. */
  Provenance provenance(Map<String, Object> parameters, List<Provenance.Input> inputs)
      throws IOException {
    Map<String, Object> all = new LinkedHashMap<>(parameters);
    List<Provenance.Input> read = new ArrayList<>(inputs);
    all.put("register", register);
    all.put("secondEngine", scrutiny == Scrutiny.SECOND_ENGINE);
    all.put("repair", repair);
    if (target.isPresent()) {
      all.putAll(target.get().parameters());
      for (Path file : target.get().tumour().files()) {
        if (!Files.isRegularFile(file)) {
          throw new UsageException(file + " is not a file.");
        }
        read.add(new Provenance.Input("structures", 1, Digests.ofFile(file)));
      }
    }
    return Provenance.of("simulate", all, read);
  }
}
