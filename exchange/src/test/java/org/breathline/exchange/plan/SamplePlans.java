package org.breathline.exchange.plan;

import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.Set;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.treatment.Aperture;
import org.breathline.core.treatment.Beam;
import org.breathline.core.treatment.BeamQuality;
import org.breathline.core.treatment.ControlPoint;
import org.breathline.core.treatment.DoseReference;
import org.breathline.core.treatment.FractionGroup;
import org.breathline.core.treatment.Jaws;
import org.breathline.core.treatment.LeafPositions;
import org.breathline.core.treatment.MultileafCollimator;
import org.breathline.core.treatment.MultileafCollimator.Travel;
import org.breathline.core.treatment.PatientPosition;
import org.breathline.core.treatment.Rotation;
import org.breathline.core.treatment.Rotation.Direction;
import org.breathline.core.treatment.TreatmentPlan;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;

/** A plan with a beam of each technique. */
public final class SamplePlans {

  private static final MultileafCollimator LEAVES =
      new MultileafCollimator(Travel.X, -20, -10, 0, 5, 20);

  private SamplePlans() {}

  /** Static, step-and-shoot, sliding window, an arc, and one with leaves along y and no filter. */
  public static TreatmentPlan everyTechnique() {
    Aperture narrow = aperture(-5, 5.125);
    Aperture wide = aperture(-15, 15);
    Beam fixed =
        beam(1, ControlPoint.at(0, 0, 10, 0, narrow), ControlPoint.at(1, 0, 10, 0, narrow));
    Beam steps =
        beam(
            2,
            ControlPoint.at(0, 72, 0, 15, narrow),
            ControlPoint.at(0.25, 72, 0, 15, narrow),
            ControlPoint.at(0.25, 72, 0, 15, wide),
            ControlPoint.at(1, 72, 0, 15, wide));
    Beam window =
        beam(3, ControlPoint.at(0, 144, 0, 0, narrow), ControlPoint.at(1, 144, 0, 0, wide));
    List<ControlPoint> points = new ArrayList<>();
    for (int i = 0; i <= 90; i++) {
      points.add(
          new ControlPoint(
              i / 90.0,
              new Rotation(
                  ((179 - 2 * i) % 360 + 360) % 360, i == 90 ? Direction.NONE : Direction.FALLING),
              new Rotation(30 + i, i == 90 ? Direction.NONE : Direction.RISING),
              Rotation.at(0),
              aperture(-5 - i / 10.0, 5)));
    }
    Beam arc = beam(4, points.toArray(ControlPoint[]::new));
    MultileafCollimator along = new MultileafCollimator(Travel.Y, -10, 0, 10);
    Aperture turned =
        Aperture.of(
            new Jaws(-40, 40, -30, 30),
            new LeafPositions(along, new double[] {-5, 0}, new double[] {5, 30}));
    Beam filterFree =
        new Beam(
            5,
            "filter-free",
            "machine",
            new BeamQuality(10, true),
            1000,
            PatientPosition.HFS,
            new Vector3(1, -2.5, 3),
            321,
            OptionalDouble.of(2400),
            Set.of(),
            List.of(ControlPoint.at(0, 216, 0, 0, turned), ControlPoint.at(1, 216, 0, 0, turned)));
    List<DoseReference> references =
        List.of(
            new DoseReference(
                1, "PTV", true, OptionalDouble.of(60), OptionalInt.of(3), Optional.empty()),
            new DoseReference(
                2,
                "cord",
                false,
                OptionalDouble.of(50),
                OptionalInt.empty(),
                Optional.of(new Vector3(1, 2, 3))));
    return new TreatmentPlan(
        "every technique",
        references,
        List.of(
            new FractionGroup(1, 25, List.of(1, 2, 3, 4)), new FractionGroup(2, 5, List.of(4, 5))),
        List.of(fixed, steps, window, arc, filterFree));
  }

  private static Aperture aperture(double first, double second) {
    double[] near = {first, first - 1.5, first, first};
    double[] far = {second, second, second + 2.25, second};
    return Aperture.of(new Jaws(-50, 50, -15, 20), new LeafPositions(LEAVES, near, far));
  }

  private static Beam beam(int number, ControlPoint... points) {
    return new Beam(
        number,
        "beam " + number,
        "machine",
        BeamQuality.X6,
        1000,
        PatientPosition.HFS,
        new Vector3(1, -2.5, 3),
        100.0 / 3 * number,
        OptionalDouble.of(600),
        Set.of(),
        List.of(points));
  }

  /** Where to write it to. */
  public static PlanContext context() {
    Dataset header =
        new Dataset()
            .setString(Tag.PATIENT_NAME, "Sample^Plan")
            .setString(Tag.STUDY_DATE, "20260304")
            .setString(Tag.STUDY_TIME, "050607")
            .setString(Tag.STUDY_ID, "1")
            .setString(Tag.PATIENT_ID, "S1")
            .setString(Tag.STUDY_INSTANCE_UID, Uid.fromName("sample study"))
            .setString(Tag.FRAME_OF_REFERENCE_UID, Uid.fromName("sample frame"));
    return new PlanContext(
        header,
        Optional.of(Uid.fromName("sample structures")),
        "a plan of every technique",
        LocalDateTime.of(2026, 3, 4, 5, 6, 7));
  }
}
