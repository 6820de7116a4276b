package org.breathline.exchange.dose;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.treatment.Beam;
import org.breathline.core.treatment.SegmentSampling;
import org.breathline.dicom.data.TransferSyntax;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.dicom.io.ReadOptions;
import org.breathline.exchange.plan.PlanReader;
import org.breathline.exchange.plan.PlanWriter;
import org.breathline.exchange.plan.SamplePlans;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Damaged plans and doses are read, or refused with the readers' own exceptions; nothing else. */
final class PlanAndDoseFuzzTest {

  /** A leaf or gantry that a damaged digit sent far away is not followed in steps of 2 mm. */
  private static final SegmentSampling COARSE = new SegmentSampling(1e9, 400);

  private static byte[] plan;
  private static byte[] dose;

  @BeforeAll
  static void write() throws IOException {
    plan =
        DicomWriter.toBytes(
            PlanWriter.compose(SamplePlans.context(), SamplePlans.everyTechnique()),
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
    var grid = new Grid(7, 5, 4, Vector3.ZERO, new Vector3(2, 3, 4), Orientation.AXIAL);
    dose =
        DicomWriter.toBytes(
            DoseWriter.compose(
                new DoseContext(
                    SamplePlans.context().header(),
                    Uid.fromName("sample plan"),
                    Optional.empty(),
                    DoseSummation.BEAM,
                    OptionalInt.of(4),
                    "dose",
                    "",
                    LocalDateTime.of(2026, 3, 4, 5, 6, 7)),
                new FloatVolume(grid),
                Map.of()),
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
  }

  @Test
  void damagedFilesAreReadOrRefused() {
    Property.holds(300, 1000, PlanAndDoseFuzzTest::readPlan);
    Property.holds(300, 2000, PlanAndDoseFuzzTest::readDose);
  }

  @Test
  @Tag("full")
  void manyDamagedFilesAreReadOrRefused() {
    Property.holds(10_000, 10_000, PlanAndDoseFuzzTest::readPlan);
    Property.holds(10_000, 20_000, PlanAndDoseFuzzTest::readDose);
  }

  private static void readPlan(SplittableRandom random) {
    try {
      var read = PlanReader.of(DicomReader.read(damaged(plan, random), ReadOptions.ALL).dataset());
      for (Beam beam : read.plan().beams()) {
        assertThat(beam.segments(COARSE)).isNotEmpty();
      }
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static void readDose(SplittableRandom random) {
    try {
      RtDose read = DoseReader.of(DicomReader.read(damaged(dose, random), ReadOptions.ALL));
      assertThat(read.dose().grid().size()).isPositive();
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
    }
  }

  private static byte[] damaged(byte[] whole, SplittableRandom random) {
    byte[] bytes = whole.clone();
    int changes = random.nextInt(1, 12);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(132, bytes.length);
      bytes[at] =
          (byte)
              switch (random.nextInt(4)) {
                case 0 -> random.nextInt();
                case 1 -> 0xFF;
                case 2 -> '0' + random.nextInt(10);
                default -> bytes[at] ^ (1 << random.nextInt(8));
              };
    }
    return random.nextInt(8) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }
}
