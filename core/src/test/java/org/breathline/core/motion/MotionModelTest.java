package org.breathline.core.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.phantom.Organ;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.scan.PhaseSeries;
import org.breathline.core.structure.RunLengthMask;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * The model, the mid-position image, repair and ventilation on a phantom whose fields are known.
 */
final class MotionModelTest {

  private static final Grid GRID =
      new Grid(52, 40, 40, new Vector3(-153, -117, -60), new Vector3(6, 6, 5), Orientation.AXIAL);

  private static final int REFERENCE = 5;
  private static final Phantom PHANTOM =
      new Phantom(6, MotionParameters.ofDome(18), Optional.empty());
  private static final List<Double> PERCENTS = new ArrayList<>();
  private static final List<MotionState> STATES = new ArrayList<>();
  private static final List<DisplacementField> FIELDS = new ArrayList<>();
  private static PhaseSeries series;
  private static BreathCurve curve;

  @BeforeAll
  static void breathe() {
    List<PhaseSeries.Phase> phases = new ArrayList<>();
    double[] amplitudes = new double[10];
    for (int p = 0; p < 10; p++) {
      PERCENTS.add(10.0 * p);
      amplitudes[p] = amplitude(p / 10.0);
      STATES.add(new MotionState(amplitudes[p], amplitude(p / 10.0 - 0.12)));
    }
    for (int p = 0; p < 10; p++) {
      phases.add(new PhaseSeries.Phase(10.0 * p, PHANTOM.volume(GRID, STATES.get(p))));
      FIELDS.add(PHANTOM.displacements(GRID, STATES.get(REFERENCE), STATES.get(p)));
    }
    series = new PhaseSeries(phases);
    curve = BreathCurve.of(PERCENTS, amplitudes);
  }

  private static double amplitude(double share) {
    return 0.5 + 0.5 * Math.cos(2 * Math.PI * share);
  }

  private static double meanDistance(DisplacementField a, DisplacementField b) {
    double sum = 0;
    int count = 0;
    short[] labels = PHANTOM.labels(GRID, STATES.get(REFERENCE)).values();
    for (int at = 0; at < GRID.size(); at++) {
      if (labels[at] == Organ.LEFT_LUNG.label() || labels[at] == Organ.RIGHT_LUNG.label()) {
        sum += a.at(at).minus(b.at(at)).length();
        count++;
      }
    }
    return sum / count;
  }

  @Test
  void theModelFollowsAMotionOfTwoNumbers() {
    MotionModel model = MotionModel.fit(FIELDS, ScannedStates.of(curve), BadSlabs.none(10));
    for (int p = 0; p < 10; p++) {
      DisplacementField modelled = model.at(curve.states().get(p).state());
      // What is left is that the phantom is not linear.
      assertThat(meanDistance(modelled, FIELDS.get(p))).as("phase %d", p).isLessThan(0.5);
    }
    for (float residual : model.residualMm().values()) {
      assertThat(residual).isLessThan(3);
    }
  }

  @Test
  void aWrongSlabThatIsMaskedDoesNotReachTheModel() {
    int wrong = 1;
    List<DisplacementField> fields = new ArrayList<>(FIELDS);
    DisplacementField deeper =
        PHANTOM.displacements(GRID, STATES.get(REFERENCE), MotionState.held(0.3));
    List<List<BadSlabs.Slab>> slabs = new ArrayList<>();
    for (int p = 0; p < 10; p++) {
      slabs.add(p == wrong ? List.of(new BadSlabs.Slab(0, 30)) : List.of());
    }
    BadSlabs bad = new BadSlabs(slabs);
    DisplacementField mixed = new DisplacementField(GRID);
    for (int at = 0; at < GRID.size(); at++) {
      int slice = at / GRID.sliceSize();
      double z = GRID.point(0, 0, slice).z() + deeper.z()[at];
      DisplacementField from = z > 0 && z < 30 ? deeper : FIELDS.get(wrong);
      mixed.x()[at] = from.x()[at];
      mixed.y()[at] = from.y()[at];
      mixed.z()[at] = from.z()[at];
    }
    fields.set(wrong, mixed);
    MotionModel masked = MotionModel.fit(fields, ScannedStates.of(curve), bad);
    DisplacementField repaired = masked.completed(fields, curve, bad).get(wrong);
    double before = meanDistance(mixed, FIELDS.get(wrong));
    double after = meanDistance(repaired, FIELDS.get(wrong));
    assertThat(before).isGreaterThan(0.8);
    assertThat(after).isLessThan(before / 3);
  }

  @Test
  void aRepairedSlabLooksAsItShouldAndIsMarked() {
    int phase = 1;
    ShortVolume truth = series.phases().get(phase).volume();
    ShortVolume torn = new ShortVolume(GRID, truth.values().clone());
    ShortVolume other = PHANTOM.volume(GRID, MotionState.held(0.3));
    int first = 14 * GRID.sliceSize();
    int end = 18 * GRID.sliceSize();
    System.arraycopy(other.values(), first, torn.values(), first, end - first);
    List<PhaseSeries.Phase> phases = new ArrayList<>(series.phases());
    phases.set(phase, new PhaseSeries.Phase(10, torn));
    List<List<BadSlabs.Slab>> slabs = new ArrayList<>();
    for (int p = 0; p < 10; p++) {
      slabs.add(p == phase ? List.of(new BadSlabs.Slab(7.5, 27.5)) : List.of());
    }
    MotionModel model = MotionModel.fit(FIELDS, ScannedStates.of(curve), BadSlabs.none(10));
    ArtefactRepair repair =
        ArtefactRepair.of(
            new PhaseSeries(phases), phase, FIELDS, model, curve, new BadSlabs(slabs));
    double before = rms(torn, truth, first, end);
    double after = rms(repair.image(), truth, first, end);
    assertThat(after).isLessThan(0.6 * before);
    assertThat(repair.repaired().voxels()).isEqualTo(end - first);
    assertThat(repair.repaired().contains(20, 20, 14)).isTrue();
    assertThat(repair.repaired().contains(20, 20, 18)).isFalse();
    assertThat(rms(repair.image(), torn, end, GRID.size())).isZero();
  }

  private static double rms(ShortVolume a, ShortVolume b, int from, int to) {
    double sum = 0;
    for (int at = from; at < to; at++) {
      double difference = a.at(at) - b.at(at);
      sum += difference * difference;
    }
    return Math.sqrt(sum / (to - from));
  }

  @Test
  void theMidPositionImageIsSharperThanTheAverage() {
    MidPosition mid = MidPosition.of(series, FIELDS, BadSlabs.none(10));
    ShortVolume average = new ShortVolume(GRID);
    float[] sums = new float[GRID.size()];
    for (PhaseSeries.Phase phase : series.phases()) {
      for (int at = 0; at < sums.length; at++) {
        sums[at] += phase.volume().at(at) / 10f;
      }
    }
    for (int at = 0; at < sums.length; at++) {
      average.values()[at] = (short) Math.round(sums[at]);
    }
    ShortVolume truth = PHANTOM.volume(GRID, new MotionState(0.5, 0.5));
    double byAverage = rms(average, truth, 0, GRID.size());
    double byMid = rms(mid.image(), truth, 0, GRID.size());
    assertThat(byMid).isLessThan(0.7 * byAverage);
    // The mean of the phases' displacements is what it was made with.
    int at = GRID.offset(12, 20, 14);
    Vector3 mean = Vector3.ZERO;
    for (DisplacementField field : FIELDS) {
      mean = mean.plus(field.at(at).times(0.1));
    }
    assertThat(mid.fromReference().at(at).minus(mean).length()).isLessThan(1e-4);
  }

  @Test
  void ventilationByTheFieldIsThatOfThePhantomAndByDensityLess() {
    // In the middle of the right lung, finely: coarse voxels blur vessels into the lung.
    Grid grid =
        new Grid(
            24, 24, 20, new Vector3(-100, -20, 30), new Vector3(2.5, 2.5, 2.5), Orientation.AXIAL);
    MotionState out = STATES.get(REFERENCE);
    MotionState in = STATES.get(0);
    Grid wide =
        new Grid(
            40, 40, 40, new Vector3(-120, -40, 0), new Vector3(2.5, 2.5, 2.5), Orientation.AXIAL);
    DisplacementField field = PHANTOM.displacements(grid, out, in);
    RunLengthMask.Builder builder = new RunLengthMask.Builder(grid);
    for (int row = 0; row < grid.ny() * grid.nz(); row++) {
      builder.add(0, grid.nx());
      builder.endRow();
    }
    double truth = 0;
    for (int at = 0; at < grid.size(); at++) {
      int slice = at / grid.sliceSize();
      int row = at / grid.nx() % grid.ny();
      Vector3 x = grid.point(at % grid.nx(), row, slice);
      double ratio =
          PHANTOM.motion().contraction(x, out)
              / PHANTOM.motion().contraction(x.plus(field.at(at)), in);
      truth += (ratio - 1) / grid.size();
    }
    Ventilation ventilation =
        Ventilation.of(PHANTOM.volume(grid, out), PHANTOM.volume(wide, in), field, builder.build());
    assertThat(truth).isGreaterThan(0.05);
    assertThat(ventilation.meanByJacobian()).isCloseTo(truth, within(0.02));
    // The phantom's vessels do not thin out as they should: by density there is less.
    assertThat(ventilation.meanByDensity()).isBetween(0.5 * truth, truth);
    int middle = grid.offset(12, 12, 10);
    assertThat(ventilation.difference().values()[middle])
        .isCloseTo(
            ventilation.byJacobian().values()[middle] - ventilation.byDensity().values()[middle],
            within(1e-6f));
  }

  @Test
  void whatGrowsByAQuarterIsAQuarterByBothMeans() {
    Grid grid = new Grid(12, 12, 12, Vector3.ZERO, new Vector3(3, 3, 3), Orientation.AXIAL);
    Grid wide = new Grid(20, 20, 20, Vector3.ZERO, new Vector3(3, 3, 3), Orientation.AXIAL);
    ShortVolume exhaled = new ShortVolume(grid);
    Arrays.fill(exhaled.values(), (short) -800);
    ShortVolume inhaled = new ShortVolume(wide);
    Arrays.fill(inhaled.values(), (short) -840);
    DisplacementField field = new DisplacementField(grid);
    RunLengthMask.Builder builder = new RunLengthMask.Builder(grid);
    for (int row = 0; row < 144; row++) {
      builder.add(0, 12);
      builder.endRow();
      for (int i = 0; i < 12; i++) {
        int slice = row / 12;
        field.z()[row * 12 + i] = 0.25f * 3 * slice;
      }
    }
    Ventilation ventilation = Ventilation.of(exhaled, inhaled, field, builder.build());
    assertThat(ventilation.meanByJacobian()).isCloseTo(0.25, within(1e-5));
    assertThat(ventilation.meanByDensity()).isCloseTo(0.25, within(1e-5));
    assertThat(ventilation.difference().values()[700]).isCloseTo(0, within(1e-5f));
  }

  @Test
  void numbersOfPhasesThatDifferAreRefused() {
    assertThatThrownBy(() -> MotionModel.fit(FIELDS, ScannedStates.of(curve), BadSlabs.none(9)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> MidPosition.of(series, FIELDS.subList(0, 3), BadSlabs.none(3)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aSlabIsBadInItsOwnPhase() {
    BadSlabs bad = new BadSlabs(List.of(List.of(new BadSlabs.Slab(0, 10)), List.of()));
    assertThat(bad.contains(0, 5)).isTrue();
    assertThat(bad.contains(0, 11)).isFalse();
    assertThat(bad.contains(1, 5)).isFalse();
    assertThat(bad.count()).isEqualTo(1);
  }
}
