package org.breathline.exchange.dose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.breathline.core.evaluation.DoseVolumeHistogram;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.Volume;
import org.breathline.core.image.format.VolumeFiles;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.data.Vr;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.exchange.plan.SamplePlans;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A dose written and read again, in every form of frame offsets, and by other programs. */
final class DoseRoundTripTest {

  private static final String PYDICOM =
      """
      import sys, pydicom, numpy as np
      d = pydicom.dcmread(sys.argv[1])
      a = d.pixel_array.astype(np.float64) * float(d.DoseGridScaling)
      print(a.shape[0], a.shape[1], a.shape[2], a.max(), a[1, 2, 3], len(d.DVHSequence))
      """;

  private static final String DICOMPYLER =
      """
      import sys
      from dicompylercore import dicomparser
      d = dicomparser.DicomParser(sys.argv[1])
      g = d.GetDoseData()
      h = d.GetDVHs()
      print(g['doseunits'], g['dosesummationtype'], g['dosemax'] * float(g['dosegridscaling']),
            h[3].volume, h[3].mean)
      """;

  private static final Grid GRID =
      new Grid(7, 5, 4, new Vector3(-10.5, 20, -30.25), new Vector3(2.5, 3, 2), Orientation.AXIAL);

  @TempDir static Path folder;

  private static FloatVolume dose() {
    float[] values = new float[GRID.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = 60.123f * i / (values.length - 1);
    }
    return new FloatVolume(GRID, values);
  }

  private static DoseContext context(DoseSummation summation, OptionalInt beam) {
    return new DoseContext(
        SamplePlans.context().header(),
        Uid.fromName("sample plan"),
        Optional.of(Uid.fromName("sample structures")),
        summation,
        beam,
        "dose",
        "made up",
        LocalDateTime.of(2026, 3, 4, 5, 6, 7));
  }

  private static Path written() throws IOException {
    Path file = folder.resolve("dose.dcm");
    DoseWriter.write(
        file,
        context(DoseSummation.PLAN, OptionalInt.empty()),
        dose(),
        Map.of(3, DoseVolumeHistogram.ofVoxels(dose().values(), 0.015)));
    return file;
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    RtDose read = DoseReader.read(written());
    same(read.dose());
    assertThat(read.summation()).isEqualTo(DoseSummation.PLAN);
    assertThat(read.planUids()).containsExactly(Uid.fromName("sample plan"));
    assertThat(read.beamNumbers()).isEmpty();
    assertThat(read.frameOfReferenceUid()).isEqualTo(Uid.fromName("sample frame"));
    Path ofBeam = folder.resolve("beam.dcm");
    DoseWriter.write(ofBeam, context(DoseSummation.BEAM, OptionalInt.of(4)), dose(), Map.of());
    assertThat(DoseReader.read(ofBeam).beamNumbers()).containsExactly(4);
  }

  private static void same(FloatVolume found) {
    Grid grid = found.grid();
    assertThat(grid.origin().minus(GRID.origin()).length()).isLessThan(1e-9);
    assertThat(grid.spacing()).isEqualTo(GRID.spacing());
    assertThat(new int[] {grid.nx(), grid.ny(), grid.nz()}).containsExactly(7, 5, 4);
    for (int i = 0; i < GRID.size(); i++) {
      assertThat(found.at(i)).isCloseTo(dose().at(i), within(1e-5f));
    }
  }

  @Test
  void framesAreFoundInAnyForm() throws IOException {
    same(read(object -> object.setDecimal(Tag.GRID_FRAME_OFFSET_VECTOR, 0, 2, 4, 6)));
    same(
        read(object ->
            object.setDecimal(Tag.GRID_FRAME_OFFSET_VECTOR, -30.25, -28.25, -26.25, -24.25)));
    // From the top down, in either form.
    same(
        read(object -> {
          reverse(object);
          object.setDecimal(Tag.IMAGE_POSITION_PATIENT, -10.5, 20, -24.25);
          object.setDecimal(Tag.GRID_FRAME_OFFSET_VECTOR, 0, -2, -4, -6);
        }));
    same(
        read(object -> {
          reverse(object);
          object.setDecimal(Tag.IMAGE_POSITION_PATIENT, -10.5, 20, -24.25);
          object.setDecimal(Tag.GRID_FRAME_OFFSET_VECTOR, -24.25, -26.25, -28.25, -30.25);
        }));
  }

  private interface Change {
    void to(Dataset object) throws IOException;
  }

  private static FloatVolume read(Change change) throws IOException {
    Dataset object =
        DoseWriter.compose(context(DoseSummation.PLAN, OptionalInt.empty()), dose(), Map.of());
    change.to(object);
    Path file = folder.resolve("changed.dcm");
    DicomWriter.write(file, object);
    return DoseReader.read(file).dose();
  }

  private static void reverse(Dataset object) throws IOException {
    byte[] cells = object.bulk(Tag.PIXEL_DATA).orElseThrow().readAll();
    byte[] reversed = new byte[cells.length];
    int frame = cells.length / 4;
    for (int k = 0; k < 4; k++) {
      System.arraycopy(cells, k * frame, reversed, (3 - k) * frame, frame);
    }
    object.setBytes(Tag.PIXEL_DATA, Vr.OW, reversed);
  }

  @Test
  void aDoseOfSixteenBitsIsRead() throws IOException {
    FloatVolume found =
        read(object -> {
          byte[] cells = new byte[2 * GRID.size()];
          Arrays.fill(cells, (byte) 0xFF);
          object.setBytes(Tag.PIXEL_DATA, Vr.OW, cells);
          object.setInteger(Tag.BITS_ALLOCATED, 16);
          object.setInteger(Tag.BITS_STORED, 16);
          object.setInteger(Tag.HIGH_BIT, 15);
          object.setDecimal(Tag.DOSE_GRID_SCALING, 0.001);
        });
    assertThat(found.at(0)).isCloseTo(65.535f, within(1e-5f));
  }

  @Test
  void whatIsNoDoseInGyIsRefused() {
    refused("not a relative one", object -> object.setString(Tag.DOSE_UNITS, "RELATIVE"));
    refused("difference", object -> object.setString(Tag.DOSE_TYPE, "ERROR"));
    refused("evenly spaced", object -> object.setDecimal(Tag.GRID_FRAME_OFFSET_VECTOR, 0, 2, 4, 7));
    refused("first offset", object -> object.setDecimal(Tag.GRID_FRAME_OFFSET_VECTOR, 5, 7, 9, 11));
    refused("expected 9 numbers", object -> object.setInteger(Tag.NUMBER_OF_FRAMES, 9));
  }

  private static void refused(String words, Change change) {
    assertThatExceptionOfType(DicomException.class)
        .isThrownBy(() -> read(change))
        .withMessageContaining(words);
  }

  @Test
  void aNegativeDoseIsNotWritten() {
    FloatVolume dose = dose();
    dose.values()[3] = -0.5f;
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            DoseWriter.compose(context(DoseSummation.PLAN, OptionalInt.empty()), dose, Map.of()));
  }

  /**
   * Of a twin of 16 bits: the validator of dicom3tools 1.00 stops at an assertion of its own on any
   * cells of 32 bits, and looks at everything else in the same way.
   */
  @Test
  @RequiresTool("dciodvfy")
  void dciodvfyFindsNeitherErrorNorWarning() throws IOException {
    Dataset object =
        DoseWriter.compose(
            context(DoseSummation.PLAN, OptionalInt.empty()),
            dose(),
            Map.of(3, DoseVolumeHistogram.ofVoxels(dose().values(), 0.015)));
    object.setBytes(Tag.PIXEL_DATA, Vr.OW, new byte[2 * GRID.size()]);
    object.setInteger(Tag.BITS_ALLOCATED, 16);
    object.setInteger(Tag.BITS_STORED, 16);
    object.setInteger(Tag.HIGH_BIT, 15);
    Path file = folder.resolve("twin.dcm");
    DicomWriter.write(file, object);
    String output = Tool.run(List.of("dciodvfy", file.toString()), 60).output();
    assertThat(output).contains("RTDose");
    assertThat(output.lines())
        .noneMatch(line -> line.startsWith("Error") || line.startsWith("Warning"));
  }

  @Test
  @RequiresTool("python3:pydicom")
  void pydicomReadsTheSameDose() throws IOException {
    Tool.Result printed = Tool.python(PYDICOM, List.of(written().toString()), 60);
    assertThat(printed.exitCode()).as(printed.output()).isZero();
    List<String> fields = List.of(printed.output().strip().split(" "));
    assertThat(fields.subList(0, 3)).containsExactly("4", "5", "7");
    assertThat(Double.parseDouble(fields.get(3))).isCloseTo(60.123, within(1e-5));
    assertThat(Double.parseDouble(fields.get(4)))
        .isCloseTo(dose().at(GRID.offset(3, 2, 1)), within(1e-5));
    assertThat(fields.get(5)).isEqualTo("1");
  }

  @Test
  @RequiresTool("python3:dicompylercore")
  void dicompylerReadsDoseAndHistogram() throws IOException {
    Tool.Result printed = Tool.python(DICOMPYLER, List.of(written().toString()), 60);
    assertThat(printed.exitCode()).as(printed.output()).isZero();
    List<String> fields = List.of(printed.output().strip().split(" "));
    assertThat(fields.subList(0, 2)).containsExactly("GY", "PLAN");
    assertThat(Double.parseDouble(fields.get(2))).isCloseTo(60.123, within(1e-5));
    assertThat(Double.parseDouble(fields.get(3))).isCloseTo(0.015 * 140, within(1e-4));
    assertThat(Double.parseDouble(fields.get(4))).isCloseTo(30.06, within(0.05));
  }

  @Test
  @RequiresTool("plastimatch")
  void plastimatchReadsTheSameDose() throws IOException {
    Path image = folder.resolve("dose.mha");
    Tool.Result run =
        Tool.run(
            List.of(
                "plastimatch",
                "convert",
                "--input",
                written().toString(),
                "--output-dose-img",
                image.toString()),
            60);
    assertThat(run.exitCode()).as(run.output()).isZero();
    Volume volume = VolumeFiles.read(image);
    assertThat(volume.grid().origin().minus(GRID.origin()).length()).isLessThan(1e-3);
    for (int i = 0; i < GRID.size(); i++) {
      assertThat(volume.at(i)).isCloseTo(dose().at(i), within(1e-4f));
    }
  }
}
