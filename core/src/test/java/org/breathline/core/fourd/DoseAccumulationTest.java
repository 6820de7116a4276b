package org.breathline.core.fourd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.RigidTransform;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.structure.Occupancy;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Mapping where the answer is known in closed form. */
final class DoseAccumulationTest {

  private static final Grid REFERENCE =
      new Grid(20, 16, 24, new Vector3(-20, -16, -24), new Vector3(2, 2, 2), Orientation.AXIAL);

  /** Reaches farther than the reference, as the tissue in it moves and grows. */
  private static final Grid PHASE =
      new Grid(40, 36, 64, new Vector3(-40, -36, -64), new Vector3(2, 2, 2), Orientation.AXIAL);

  private static FloatVolume volume(Grid grid, ToDoubleFunction<Vector3> value) {
    var volume = new FloatVolume(grid);
    for (int at = 0; at < grid.size(); at++) {
      volume.values()[at] = (float) value.applyAsDouble(grid.point(at));
    }
    return volume;
  }

  private static DisplacementField field(ToDoubleFunction<Vector3> alongZ) {
    return new DisplacementField(
        REFERENCE,
        new float[REFERENCE.size()],
        new float[REFERENCE.size()],
        volume(REFERENCE, alongZ).values());
  }

  /** The inner part of the reference, whose tissue stays within the phase's grid. */
  private static Occupancy inner() {
    GridBox box = new GridBox(3, 17, 3, 13, 4, 20);
    float[] whole = new float[box.nx() * box.ny() * box.nz()];
    Arrays.fill(whole, 1);
    return new Occupancy(REFERENCE, box, whole);
  }

  private static double blob(Vector3 at) {
    return 60 * Math.exp(-at.dot(at) / 400);
  }

  @ParameterizedTest
  @EnumSource(DoseMapping.class)
  void aDoseThatMovesWithThePatientIsTheSameDose(DoseMapping mapping) {
    Vector3 shift = new Vector3(2, -4, 6);
    var phase =
        new PhaseDose(
            "50 %",
            1,
            volume(PHASE, at -> blob(at.minus(shift))),
            volume(PHASE, at -> 1),
            DisplacementField.of(REFERENCE, RigidTransform.translating(shift)));
    MappedDose mapped = DoseMapper.map(phase, REFERENCE, mapping);
    for (int k = 4; k < 20; k++) {
      int at = REFERENCE.offset(10, 8, k);
      double smoothed = mapping == DoseMapping.CONGRUENT ? 0.6 : 1e-4;
      assertThat((double) mapped.doseGy().at(at))
          .isCloseTo(blob(REFERENCE.point(at)), within(smoothed));
      assertThat((double) mapped.mass().at(at)).isCloseTo(0.008, within(1e-7));
    }
  }

  @ParameterizedTest
  @EnumSource(DoseMapping.class)
  void aStretchThatConservesMassHasTheDoseOfItsTissue(DoseMapping mapping) {
    double stretch = 0.25;
    var phase =
        new PhaseDose(
            "0 %",
            1,
            volume(PHASE, at -> 30 + 0.4 * at.z()),
            volume(PHASE, at -> 0.3 / (1 + stretch)),
            field(at -> stretch * at.z()));
    MappedDose mapped = DoseMapper.map(phase, REFERENCE, mapping);
    for (int k = 4; k < 20; k++) {
      int at = REFERENCE.offset(10, 8, k);
      double expected = 30 + 0.4 * (1 + stretch) * REFERENCE.point(at).z();
      assertThat((double) mapped.doseGy().at(at)).isCloseTo(expected, within(1e-3));
    }
    FloatVolume density = volume(REFERENCE, at -> 0.3);
    MappingError error = MappingError.of("lung", "0 %", inner(), density, mapped);
    assertThat(error.massRatio()).isCloseTo(1, within(1e-5));
    assertThat(error.errorGy()).isLessThan(1e-3);
    assertThat(error.sourceGy()).isCloseTo(30 + 0.4 * (1 + stretch) * -1, within(0.01));
  }

  @Test
  void energyIsConservedWhereTissueIsStretchedUnevenlyUnderAPenumbra() {
    // z goes to z + a z^2: the tissue above grows, that below shrinks.
    double a = 0.008;
    ToDoubleFunction<Vector3> penumbra = at -> 60 / (1 + Math.exp(-at.z() / 1.5));
    var phase =
        new PhaseDose(
            "0 %",
            1,
            volume(PHASE, penumbra),
            volume(PHASE, at -> 0.3 / Math.sqrt(1 + 4 * a * Math.max(at.z(), -1 / (4 * a) + 9))),
            field(at -> a * at.z() * at.z()));
    MappedDose congruent = DoseMapper.map(phase, REFERENCE, DoseMapping.CONGRUENT);
    MappedDose direct = DoseMapper.map(phase, REFERENCE, DoseMapping.DIRECT);
    FloatVolume density = volume(REFERENCE, at -> 0.3);
    MappingError ours = MappingError.of("lung", "0 %", inner(), density, congruent);
    MappingError plain = MappingError.of("lung", "0 %", inner(), density, direct);
    // Energy over mass of the tissue from z = -17 to 15 mm, by the trapezium rule in steps of 1 um.
    double energy = 0;
    int steps = 32_000;
    for (int step = 0; step < steps; step++) {
      double z = -17 + 32 * (step + 0.5) / steps;
      energy += penumbra.applyAsDouble(new Vector3(0, 0, z + a * z * z)) / steps;
    }
    ValidationRecord.write(
        "fourd",
        "energy over mass of unevenly stretched tissue under a penumbra, congruent mapping",
        ours.referenceGy(),
        "%.4f Gy by integration".formatted(energy),
        "within 0.5 %",
        "Gy");
    assertThat(ours.referenceGy()).isCloseTo(energy, within(0.005 * energy));
    assertThat(ours.massRatio()).isCloseTo(1, within(0.01));
    assertThat(ours.errorGy()).isLessThan(0.1);
    assertThat(plain.sourceGy()).isEqualTo(ours.sourceGy());
  }

  @Test
  void wherePartsOfAVoxelDifferInDensityTheirEnergyCounts() {
    // Half of each voxel along x is ten times as dense, and gets the dose.
    Grid fine =
        new Grid(160, 8, 8, new Vector3(-39.75, -8, -8), new Vector3(0.5, 2, 2), Orientation.AXIAL);
    ToDoubleFunction<Vector3> side = at -> ((at.x() + 41) / 2) % 1 < 0.5 ? 0 : 1;
    var phase =
        new PhaseDose(
            "0 %",
            1,
            volume(fine, at -> 60 * side.applyAsDouble(at)),
            volume(fine, at -> 0.1 + 0.9 * side.applyAsDouble(at)),
            new DisplacementField(REFERENCE));
    int at = REFERENCE.offset(10, 8, 12);
    MappedDose congruent = DoseMapper.map(phase, REFERENCE, DoseMapping.CONGRUENT);
    assertThat((double) congruent.doseGy().at(at)).isCloseTo(60 / 1.1, within(0.01));
    MappedDose direct = DoseMapper.map(phase, REFERENCE, DoseMapping.DIRECT);
    assertThat((double) direct.doseGy().at(at)).isCloseTo(30, within(0.01));
  }

  @Test
  void phasesCountByTheTimeSpentInThem() {
    var still = new DisplacementField(REFERENCE);
    FloatVolume density = volume(REFERENCE, at -> 1);
    List<PhaseDose> phases =
        List.of(
            new PhaseDose("0 %", 1, volume(REFERENCE, at -> 10), density, still),
            new PhaseDose("50 %", 3, volume(REFERENCE, at -> 30), density, still));
    AccumulatedDose sum = AccumulatedDose.of(phases, REFERENCE, DoseMapping.DIRECT);
    assertThat(sum.doseGy().at(0)).isEqualTo(25);
    assertThat(sum.weights()).containsExactly(0.25, 0.75);
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            AccumulatedDose.of(
                List.of(new PhaseDose("0 %", 0, volume(REFERENCE, at -> 10), density, still)),
                REFERENCE,
                DoseMapping.DIRECT));
  }
}
