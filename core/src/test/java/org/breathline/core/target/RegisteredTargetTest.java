package org.breathline.core.target;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.assertj.core.api.SoftAssertions;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.TumourSite;
import org.breathline.core.progress.Progress;
import org.breathline.core.registration.RegistrationSettings;
import org.breathline.core.registration.SequenceRegistration;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.structure.ShapeComparison;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Internal targets of phantoms by the displacements that registration finds in their images. Held
 * to a mean surface distance of 0.6 mm everywhere, and to a Dice of 0.95 but for a few that are
 * measured and fall short: the two smaller ones in the liver, which differ from it by less than the
 * noise, so that only the liver's surface and vessels tell where they go.
 */
final class RegisteredTargetTest {

  /** The whole thorax, for the registration to see lungs and body. */
  private static final Grid THORAX =
      new Grid(
          173, 118, 82, new Vector3(-189, -129, -96), new Vector3(2.2, 2.2, 3), Orientation.AXIAL);

  private static final int PHASES = 5;
  private static final int REFERENCE = 2;
  private static final double NOISE_HU = 15;

  @Test
  @Tag("full")
  void tumoursOfAllSitesAndSizes() throws IOException {
    SoftAssertions all = new SoftAssertions();
    for (TumourSite site : TumourSite.values()) {
      for (double diameterMm : new double[] {10, 20, 40}) {
        check(site, diameterMm, all);
      }
    }
    all.assertAll();
  }

  private static void check(TumourSite site, double diameterMm, SoftAssertions all)
      throws IOException {
    BreathingPhantom phantom = new BreathingPhantom(site, diameterMm, 8, THORAX);
    List<ShortVolume> volumes = new ArrayList<>();
    // Measured on a finer grid than the images': its voxels are not the error that is looked for.
    BreathingPhantom near = new BreathingPhantom(site, diameterMm, 8);
    RunLengthMask truth = RunLengthMask.empty(near.grid());
    for (int p = 0; p < PHASES; p++) {
      volumes.add(phantom.volume(percent(p), NOISE_HU, p));
      truth = truth.union(near.tumour(percent(p)));
    }
    SequenceRegistration.Sequence sequence =
        new SequenceRegistration(RegistrationSettings.STANDARD)
            .register(
                PHASES,
                volumes::get,
                REFERENCE,
                SequenceRegistration.compactGrid(THORAX),
                Progress.SILENT);
    List<PhaseField> fields = new ArrayList<>();
    for (int p = 0; p < PHASES; p++) {
      fields.add(new PhaseField(percent(p), 1.0 / PHASES, sequence.registrations().get(p).field()));
    }
    Propagation drawn = new Propagation(near.ball(percent(REFERENCE)));
    InternalTarget target = InternalTarget.over(drawn.to(fields), PhaseWindow.WHOLE);
    ShapeComparison comparison = ShapeComparison.of(target.region().mask(), truth);
    String tumour =
        String.format(Locale.ROOT, "%s, %.0f mm", site.name().toLowerCase(Locale.ROOT), diameterMm);
    boolean held = isHeldToDice(site, diameterMm);
    String tolerance = held ? "at least 0.95" : "measured, not held: short of 0.95";
    record(tumour + ": Dice", comparison.dice(), tolerance, "");
    record(tumour + ": mean surface distance", comparison.meanSurfaceMm(), "0.6 mm", "mm");
    if (held) {
      all.assertThat(comparison.dice()).as(tumour).isGreaterThanOrEqualTo(0.95);
    }
    all.assertThat(comparison.meanSurfaceMm()).as(tumour).isLessThanOrEqualTo(0.6);
  }

  private static boolean isHeldToDice(TumourSite site, double diameterMm) {
    return switch (site) {
      case LUNG, MEDIASTINUM, DIAPHRAGM -> true;
      case LIVER -> diameterMm >= 40;
    };
  }

  private static double percent(int phase) {
    return 100.0 * phase / PHASES;
  }

  private static void record(String what, double figure, String tolerance, String unit) {
    ValidationRecord.write(
        "target",
        "IGTV by registration, " + what,
        figure,
        "the union of the phantom's tumour over five phases; images of 2.2 x 2.2 x 3 mm",
        tolerance,
        unit);
  }
}
