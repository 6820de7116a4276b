package org.breathline.core.target;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.breathline.core.image.Projections;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.TumourSite;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.structure.ShapeComparison;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;

/** What drawing on the maximum or the average misses, site by site. */
final class ProjectionTargetTest {

  private static final String TRUTH =
      "the union of the phantom's tumour of 20 mm over ten phases, by volume";

  @Test
  void inTheLungTheMaximumHoldsTheTumourAndTheAverageFallsShort() {
    Drawn lung = drawn(TumourSite.LUNG);
    double mip = missing(lung, lung.mip, "maximum");
    double average = missing(lung, lung.average, "average");
    assertThat(mip).isLessThan(0.1);
    assertThat(average).isGreaterThan(0.15);
  }

  @Test
  void onTheDiaphragmTheMaximumFallsShortAndTheContactIsSeen() {
    Drawn dome = drawn(TumourSite.DIAPHRAGM);
    assertThat(missing(dome, dome.mip, "maximum")).isGreaterThan(0.1);
    missing(dome, dome.average, "average");
    assertThat(dome.contact.touches()).isTrue();
    assertThat(dome.contact.shares().get(Direction.INFERIOR)).isGreaterThan(0.05);
  }

  @Test
  void inTheMediastinumItIsMeasuredToo() {
    Drawn drawn = drawn(TumourSite.MEDIASTINUM);
    missing(drawn, drawn.mip, "maximum");
    missing(drawn, drawn.average, "average");
    assertThat(drawn.contact.touches()).isTrue();
    assertThat(drawn.contact.shares()).containsKey(Direction.LEFT);
  }

  @Test
  void inTheLiverAProjectionShowsNoOutline() {
    BreathingPhantom phantom = new BreathingPhantom(TumourSite.LIVER, 20, 8);
    LevelSet ball = phantom.ball(BreathingPhantom.REFERENCE_PERCENT);
    Optional<ProjectionTarget> drawing =
        ProjectionTarget.of(phantom.volume(BreathingPhantom.REFERENCE_PERCENT), ball, ball);
    assertThat(drawing).isEmpty();
  }

  @Test
  void aTumourAmidLungTouchesNothing() {
    BreathingPhantom phantom = new BreathingPhantom(TumourSite.LUNG, 20, 8);
    TissueContact contact =
        TissueContact.of(
            phantom.ball(BreathingPhantom.REFERENCE_PERCENT),
            phantom.volume(BreathingPhantom.REFERENCE_PERCENT));
    assertThat(contact.touches()).isFalse();
  }

  private record Drawn(
      TumourSite site,
      RunLengthMask union,
      RunLengthMask mip,
      RunLengthMask average,
      TissueContact contact) {}

  private static Drawn drawn(TumourSite site) {
    BreathingPhantom phantom = new BreathingPhantom(site, 20, 8);
    LevelSet ball = phantom.ball(BreathingPhantom.REFERENCE_PERCENT);
    LevelSet union = ball;
    List<ShortVolume> volumes = new ArrayList<>();
    for (int p = 0; p < BreathingPhantom.PHASES; p++) {
      union = union.union(phantom.ball(BreathingPhantom.percent(p)));
      volumes.add(phantom.volume(BreathingPhantom.percent(p)));
    }
    double[] weights = new double[BreathingPhantom.PHASES];
    Arrays.fill(weights, 1.0 / weights.length);
    Projections projections = Projections.of(volumes, weights);
    ShortVolume reference = volumes.get(5);
    ProjectionTarget drawing = ProjectionTarget.of(reference, ball, union).orElseThrow();
    return new Drawn(
        site,
        union.mask(),
        drawing.onMaximum(projections.maximum()),
        drawing.onAverage(projections.average()),
        TissueContact.of(ball, reference));
  }

  /** The share of the truth's volume by which a drawing is smaller. */
  private static double missing(Drawn drawn, RunLengthMask on, String projection) {
    double missing = 1 - on.volumeMl() / drawn.union.volumeMl();
    String what = "%s target, %s".formatted(projection, drawn.site);
    ValidationRecord.write(
        "target", what + ": volume missing", 100 * missing, TRUTH, "measured", "%");
    ShapeComparison comparison = ShapeComparison.of(on, drawn.union);
    ValidationRecord.write(
        "target",
        what + ": mean surface distance",
        comparison.meanSurfaceMm(),
        TRUTH,
        "measured",
        "mm");
    return missing;
  }
}
