package org.breathline.core.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Locale;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.phantom.TumourSite;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.Occupancy;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.structure.ShapeComparison;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Internal targets of phantoms, by the true displacements, against where the tumour truly was. */
final class InternalTargetTest {

  private static final BreathingPhantom PHANTOM = new BreathingPhantom(TumourSite.LUNG, 20, 8);
  private static final List<PhaseRegion> PHASES =
      new Propagation(PHANTOM.ball(BreathingPhantom.REFERENCE_PERCENT)).to(PHANTOM.fields());

  @Test
  void theUnionOverThePhasesIsWhereTheTumourWas() {
    isWhereItWas(TumourSite.DIAPHRAGM, 10);
    isWhereItWas(TumourSite.LUNG, 20);
  }

  @Test
  @Tag("full")
  void theUnionOfEveryTumourIsWhereItWas() {
    for (TumourSite site : TumourSite.values()) {
      for (double diameterMm : new double[] {10, 20, 40}) {
        isWhereItWas(site, diameterMm);
      }
    }
  }

  private static void isWhereItWas(TumourSite site, double diameterMm) {
    BreathingPhantom phantom = new BreathingPhantom(site, diameterMm, 8);
    LevelSet drawn = phantom.ball(BreathingPhantom.REFERENCE_PERCENT);
    InternalTarget target =
        InternalTarget.over(new Propagation(drawn).to(phantom.fields()), PhaseWindow.WHOLE);
    RunLengthMask truth = phantom.tumour(0);
    for (int p = 1; p < BreathingPhantom.PHASES; p++) {
      truth = truth.union(phantom.tumour(BreathingPhantom.percent(p)));
    }
    ShapeComparison comparison = ShapeComparison.of(target.region().mask(), truth);
    String tumour = String.format(Locale.ROOT, "%s tumour of %.0f mm", site, diameterMm);
    record(tumour + ": Dice", comparison.dice(), "at least 0.95", "");
    record(tumour + ": mean surface distance", comparison.meanSurfaceMm(), "0.6 mm", "mm");
    assertThat(comparison.dice()).as(tumour).isGreaterThanOrEqualTo(0.95);
    assertThat(comparison.meanSurfaceMm()).as(tumour).isLessThanOrEqualTo(0.6);
  }

  private static void record(String what, double figure, String tolerance, String unit) {
    ValidationRecord.write(
        "target",
        "IGTV by true displacements, " + what,
        figure,
        "the union of the phantom's tumour over ten phases, voxels of 1.1 x 1.1 x 2.5 mm",
        tolerance,
        unit);
  }

  @Test
  void aPhaseHasTheTumourWhereItIsToAPartOfAVoxel() {
    for (PhaseRegion region : PHASES) {
      ShapeComparison comparison =
          ShapeComparison.of(region.region(), PHANTOM.ball(region.percent()));
      assertThat(comparison.meanSurfaceMm()).as("%.0f %%", region.percent()).isLessThan(0.1);
      assertThat(comparison.centreShift().length()).isLessThan(0.1);
      assertThat(region.residualMm()).isLessThan(0.05);
    }
  }

  @Test
  void theReasonsNameThePhaseThatReachedFurthest() {
    PhaseRegion reference = PHASES.get(5);
    InternalTarget target = InternalTarget.over(PHASES, PhaseWindow.WHOLE);
    TargetReasons reasons = TargetReasons.of(target, reference);
    // 50 % is the end of exhalation: the tumour is highest there, and lowest at 0 %.
    TargetReasons.Extent down = reasons.toward(Direction.INFERIOR);
    assertThat(down.percent()).isEqualTo(0);
    assertThat(down.shift()).isEqualTo(PHASES.getFirst().centre().minus(reference.centre()));
    assertThat(down.beyondMm()).isCloseTo(-down.shift().z(), within(0.15));
    TargetReasons.Extent up = reasons.toward(Direction.SUPERIOR);
    assertThat(up.percent()).isBetween(40.0, 60.0);
    assertThat(up.beyondMm()).isLessThan(0.1);
    double shares =
        reasons.shares().stream().mapToDouble(TargetReasons.PhaseShare::surfaceShare).sum();
    assertThat(shares).isCloseTo(1, within(1e-9));
    assertThat(reasons.shares().getFirst().surfaceShare()).isGreaterThan(0.1);
    RunLengthMask all = RunLengthMask.empty(PHANTOM.grid());
    long voxels = 0;
    for (RunLengthMask made : TargetReasons.makers(target)) {
      all = all.union(made);
      voxels += made.voxels();
    }
    assertThat(all).isEqualTo(target.region().mask());
    assertThat(voxels).isEqualTo(all.voxels());
  }

  @Test
  void aWindowCountsItsPhasesOnly() {
    InternalTarget gated = InternalTarget.over(PHASES, new PhaseWindow(30, 70));
    InternalTarget whole = InternalTarget.over(PHASES, PhaseWindow.WHOLE);
    assertThat(gated.phases()).hasSize(5);
    assertThat(gated.region().mask().minus(whole.region().mask()).isEmpty()).isTrue();
    assertThat(gated.region().mask().volumeMl()).isLessThan(whole.region().mask().volumeMl());
    assertThat(gated.peakToPeakMm().z()).isLessThan(whole.peakToPeakMm().z());
    assertThatThrownBy(() -> InternalTarget.over(PHASES, new PhaseWindow(41, 49)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void presenceIsTheShareOfTimeInEachVoxel() {
    InternalTarget target = InternalTarget.over(PHASES, PhaseWindow.WHOLE);
    Occupancy presence = target.presence();
    // The time-weighted presence integrates to the tumour's volume.
    double ball = 4.0 / 3 * Math.PI * 1000 / 1000;
    assertThat(presence.volumeMl()).isCloseTo(ball, within(0.03 * ball));
    PhaseRegion mid = target.midVentilation();
    Vector3 mean = target.meanCentre();
    for (PhaseRegion phase : PHASES) {
      assertThat(mid.centre().minus(mean).length())
          .isLessThanOrEqualTo(phase.centre().minus(mean).length());
    }
  }

  @Test
  void windowsGoAroundTheBreath() {
    PhaseWindow inhalation = new PhaseWindow(80, 20);
    assertThat(inhalation.contains(0)).isTrue();
    assertThat(inhalation.contains(90)).isTrue();
    assertThat(inhalation.contains(50)).isFalse();
    assertThat(PhaseWindow.WHOLE.contains(95)).isTrue();
    assertThat(new PhaseWindow(90, 100).contains(0)).isTrue();
    assertThatThrownBy(() -> new PhaseWindow(-1, 20)).isInstanceOf(IllegalArgumentException.class);
  }
}
