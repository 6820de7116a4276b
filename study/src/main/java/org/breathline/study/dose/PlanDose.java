package org.breathline.study.dose;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.breathline.core.dose.CollapsedCone;
import org.breathline.core.dose.FluenceMap;
import org.breathline.core.dose.machine.DeliveredFluence;
import org.breathline.core.dose.machine.Machine;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.progress.Progress;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.treatment.Beam;
import org.breathline.core.treatment.BeamEntry;
import org.breathline.core.treatment.Segment;
import org.breathline.core.treatment.TreatmentPlan;
import org.breathline.study.RefusalException;

/**
 * The dose of a plan: of every beam by its standing parts, times its fractions.
 *
 * @param dose of all beams and fractions, Gy
 * @param beams what each gives, in the order of the plan
 */
record PlanDose(FloatVolume dose, List<OfBeam> beams) {

  /** No more of a beam's open rays may come into the CT through the patient, per cent. */
  static final double MOST_CUT_OFF_PERCENT = 1;

  private static final String STAGE = "calculating the dose";

  /**
   * One beam.
   *
   * @param beam the beam
   * @param segments into how many standing parts it is cut
   * @param frames from how many directions they come
   * @param maximumGy the highest dose that it gives in all its fractions, Gy
   */
  record OfBeam(Beam beam, int segments, int frames, double maximumGy) {}

  /** Copies the list. */
  PlanDose {
    beams = List.copyOf(beams);
  }

  /**
   * Refuses beams of which no right dose can be had.
   *
   * @param body the patient's outline on the grid of the CT
   * @throws RefusalException if something in a beam is not modelled, or it enters where the CT is
   *     cut off
   */
  static void requireCalculable(TreatmentPlan plan, RunLengthMask body) throws RefusalException {
    for (Beam beam : plan.beams()) {
      if (!beam.accessories().isEmpty()) {
        throw new RefusalException(
            "Beam %d has %s in it, which is not modelled: its dose would be wrong."
                .formatted(
                    beam.number(),
                    beam.accessories().stream().sorted().toList().getFirst().words()));
      }
      for (List<Segment> standing : byFrame(beam)) {
        double percent = cutOffPercent(standing, body);
        if (percent > MOST_CUT_OFF_PERCENT) {
          throw new RefusalException(
              String.format(
                  Locale.ROOT,
                  "Beam %d enters the patient where the CT is cut off (%.0f %% of its rays): what it"
                      + " passes before is not known, and its dose would be too high.",
                  beam.number(),
                  percent));
        }
      }
    }
  }

  /** The mean over segments by their monitor units: a leaf's tip at the CT's edge is no beam. */
  private static double cutOffPercent(List<Segment> standing, RunLengthMask body) {
    double sum = 0;
    double units = 0;
    for (Segment segment : standing) {
      double percent = BeamEntry.cutOffPercent(segment.frame(), segment.aperture(), body);
      sum += percent * segment.monitorUnits();
      units += segment.monitorUnits();
    }
    return units > 0 ? sum / units : 0;
  }

  /**
   * Calculates.
   *
   * @throws RefusalException if a beam with monitor units misses the patient
   */
  static PlanDose of(TreatmentPlan plan, Machine machine, Anatomy anatomy, Progress progress)
      throws RefusalException {
    CollapsedCone engine = CollapsedCone.of(machine.beam());
    FloatVolume all = new FloatVolume(anatomy.grid());
    List<OfBeam> beams = new ArrayList<>();
    int frames = plan.beams().stream().mapToInt(beam -> byFrame(beam).size()).sum();
    int done = 0;
    for (Beam beam : plan.beams()) {
      List<List<Segment>> parts = byFrame(beam);
      float[] sum = new float[anatomy.grid().size()];
      for (List<Segment> standing : parts) {
        int before = done;
        Progress ofFrame =
            (stage, part, parted) ->
                progress.report(STAGE, before * parted + part, frames * parted);
        FluenceMap map = DeliveredFluence.of(standing, machine.collimation());
        FloatVolume dose =
            engine.dose(anatomy.densities(), standing.getFirst().frame(), map, ofFrame);
        for (int i = 0; i < sum.length; i++) {
          // Float rounding of nothing may be a little below it; a dose is not.
          sum[i] += Math.max(0, dose.values()[i]);
        }
        done++;
      }
      int fractions = plan.fractions(beam);
      double highest = 0;
      for (int i = 0; i < sum.length; i++) {
        float given = sum[i] * fractions;
        highest = Math.max(highest, given);
        all.values()[i] += given;
      }
      if (highest == 0 && beam.monitorUnits() > 0) {
        throw new RefusalException(
            "Beam %d misses the patient: is the plan for this CT?".formatted(beam.number()));
      }
      int segments = parts.stream().mapToInt(List::size).sum();
      beams.add(new OfBeam(beam, segments, parts.size(), highest));
    }
    return new PlanDose(all, beams);
  }

  /** A beam's segments, those that follow each other under one frame together. */
  private static List<List<Segment>> byFrame(Beam beam) {
    List<List<Segment>> parts = new ArrayList<>();
    for (Segment segment : beam.segments(DoseRequest.SAMPLING)) {
      boolean stands =
          !parts.isEmpty() && parts.getLast().getFirst().frame().equals(segment.frame());
      if (!stands) {
        parts.add(new ArrayList<>());
      }
      parts.getLast().add(segment);
    }
    return parts;
  }
}
