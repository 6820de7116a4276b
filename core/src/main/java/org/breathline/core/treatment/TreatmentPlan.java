package org.breathline.core.treatment;

import java.util.HashSet;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.OptionalDouble;
import java.util.Set;

/**
 * A plan of external photon beams.
 *
 * @param label short, for people
 * @param doseReferences prescriptions and limits
 * @param fractionGroups which beams are given how often; at least one
 * @param beams at least one, all of a patient who lies the same way
 */
public record TreatmentPlan(
    String label,
    List<DoseReference> doseReferences,
    List<FractionGroup> fractionGroups,
    List<Beam> beams) {

  /** Keeps copies of the lists and checks that they fit each other. */
  public TreatmentPlan {
    doseReferences = List.copyOf(doseReferences);
    fractionGroups = List.copyOf(fractionGroups);
    beams = List.copyOf(beams);
    if (beams.isEmpty() || fractionGroups.isEmpty()) {
      throw new IllegalArgumentException("a plan needs a beam and a fraction group");
    }
    Set<Integer> numbers = new HashSet<>();
    for (Beam beam : beams) {
      if (!numbers.add(beam.number())) {
        throw new IllegalArgumentException("two beams of number " + beam.number());
      }
      if (beam.position() != beams.getFirst().position()) {
        throw new IllegalArgumentException("the patient lies differently for different beams");
      }
    }
    for (FractionGroup group : fractionGroups) {
      if (!numbers.containsAll(group.beamNumbers())) {
        throw new IllegalArgumentException(
            "fraction group %d names a beam that is not there".formatted(group.number()));
      }
    }
  }

  /**
   * A plan that gives all beams in every fraction.
   *
   * @param label short, for people
   * @param target what the dose is prescribed to, in words
   * @param prescriptionGy over all fractions, Gy
   * @param fractions at least 1
   * @param beams at least one
   */
  public static TreatmentPlan of(
      String label, String target, double prescriptionGy, int fractions, List<Beam> beams) {
    List<Integer> numbers = beams.stream().map(Beam::number).toList();
    return new TreatmentPlan(
        label,
        List.of(DoseReference.prescription(1, target, prescriptionGy)),
        List.of(new FractionGroup(1, fractions, numbers)),
        beams);
  }

  /** How the patient lies. */
  public PatientPosition position() {
    return beams.getFirst().position();
  }

  /**
   * A beam by its number.
   *
   * @throws NoSuchElementException if there is none
   */
  public Beam beam(int number) {
    return beams.stream()
        .filter(beam -> beam.number() == number)
        .findFirst()
        .orElseThrow(() -> new NoSuchElementException("no beam of number " + number));
  }

  /** In how many fractions a beam is given: what its dose of one fraction is multiplied by. */
  public int fractions(Beam beam) {
    return fractionGroups.stream()
        .mapToInt(group -> group.beamNumbers().contains(beam.number()) ? group.fractions() : 0)
        .sum();
  }

  /** All fractions, one group after the other. */
  public int fractions() {
    return fractionGroups.stream().mapToInt(FractionGroup::fractions).sum();
  }

  /** The highest dose prescribed to a target over all fractions, Gy. */
  public OptionalDouble prescriptionGy() {
    return doseReferences.stream()
        .filter(DoseReference::target)
        .map(DoseReference::doseGy)
        .flatMapToDouble(OptionalDouble::stream)
        .max();
  }

  /** The plan with other beams, which must have the same numbers. */
  public TreatmentPlan withBeams(List<Beam> others) {
    return new TreatmentPlan(label, doseReferences, fractionGroups, others);
  }
}
