package org.breathline.core.planning.template;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.breathline.core.evaluation.PlanGoal;
import org.breathline.core.evaluation.PlanProtocol;
import org.breathline.core.structure.RunLengthMask;

/**
 * A recipe of plans. A file of it has a line each, in any order but that of structures made of
 * others:
 *
 * <pre>
 * # a comment
 * name: Lung, IMRT
 * protocol: lung-60-30            goals and prescription
 * delivery: step-and-shoot        or conformal, sliding-window
 * gantry: 0 40 80                 degrees, IEC 61217
 * side: right                    angles are for a target of that side; mirrored for the other
 * collimator: 0
 * beamlet: 5 mm
 * aim: Targets                    what beams are aimed at and open for; without it the target
 * margin: 5 mm                    around its shadow
 * segments: 10                    of a beam, at most
 * scale: PTV: D95% &gt;= 60 Gy       monitor units are scaled so that this is just met
 * structure Ring = PTV grown 30 - PTV grown 5
 * objective PTV: deviation 60 weight 1000
 * objective Lungs-GTV: mean weight 5
 * constraint Cord: max &lt;= 45
 * </pre>
 *
 * @param name what it is called
 * @param protocol goals and prescription
 * @param delivery how beams are shaped
 * @param gantryDeg the beams' gantry angles
 * @param side the side of the patient that a target is on for the angles to be as they are
 * @param collimatorDeg the collimator's angle of all beams
 * @param aim what beams are aimed at and open for
 * @param beamletMm side of a beamlet, mm
 * @param marginMm around its shadow, mm
 * @param segments of a beam at most
 * @param scale a goal that the finished dose is scaled to
 * @param structures made of others
 * @param wishes objectives and constraints
 */
public record PlanTemplate(
    String name,
    PlanProtocol protocol,
    Delivery delivery,
    List<Double> gantryDeg,
    Optional<Side> side,
    double collimatorDeg,
    String aim,
    double beamletMm,
    double marginMm,
    int segments,
    PlanGoal scale,
    List<DerivedStructure> structures,
    List<Wish> wishes) {

  /** A side of the patient. */
  public enum Side {
    /** The patient's left. */
    LEFT,
    /** The patient's right. */
    RIGHT
  }

  /** The templates that are built in, by the name to give to {@link #builtIn}. */
  public static final List<String> BUILT_IN =
      List.of(
          "lung-imrt-60-30",
          "lung-3d",
          "lung-sbrt",
          "tg119-c-shape",
          "tg119-multi-target",
          "tg119-prostate",
          "tg119-head-neck");

  /** Keeps copies of the lists. */
  public PlanTemplate {
    gantryDeg = List.copyOf(gantryDeg);
    structures = List.copyOf(structures);
    wishes = List.copyOf(wishes);
  }

  /** A template that is built in, if there is one of this name. */
  public static Optional<PlanTemplate> builtIn(String name) {
    if (!BUILT_IN.contains(name)) {
      return Optional.empty();
    }
    try (InputStream in = PlanTemplate.class.getResourceAsStream(name + ".template")) {
      if (in == null) {
        throw new IllegalStateException("the template " + name + " is not in the program");
      }
      return Optional.of(read(new InputStreamReader(in, StandardCharsets.UTF_8), name));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a template.
   *
   * @param reader its text
   * @param file what it is called, for messages
   * @throws PlanTemplateException if a line makes no sense or something is missing
   * @throws IOException if it cannot be read
   */
  public static PlanTemplate read(Reader reader, String file) throws IOException {
    return new TemplateReader(file).read(reader);
  }

  /**
   * All structures, those made of others included.
   *
   * @param given by name, on one grid
   */
  public Map<String, RunLengthMask> complete(Map<String, RunLengthMask> given) {
    Map<String, RunLengthMask> all = new LinkedHashMap<>(given);
    for (DerivedStructure structure : structures) {
      structure.mask(all).ifPresent(mask -> all.put(structure.name(), mask));
    }
    return all;
  }
}
