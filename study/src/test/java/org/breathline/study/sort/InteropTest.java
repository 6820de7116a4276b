package org.breathline.study.sort;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.format.VolumeFiles;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.iod.CtImage;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.ct.PhaseStack;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.Tool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The CT files that replay and sort write, in the hands of other programs. */
@RequiresData({ReplayedScan.SORTED, ReplayedScan.TRACE})
final class InteropTest {

  /** Numbers as text: position, orientation, spacing, rescale; then the pixels in HU as raw. */
  private static final String PYDICOM =
      """
      import sys, pydicom, numpy
      raw = open(sys.argv[1], 'wb')
      for path in sys.argv[2:]:
          d = pydicom.dcmread(path)
          numbers = [*d.ImagePositionPatient, *d.ImageOrientationPatient, *d.PixelSpacing,
                     d.RescaleSlope, d.RescaleIntercept, d.Rows, d.Columns]
          print(' '.join(repr(float(n)) for n in numbers))
          hu = d.pixel_array * float(d.RescaleSlope) + float(d.RescaleIntercept)
          raw.write(hu.astype('<i2').tobytes())
      """;

  /** DICOM names of what Orthanc must give back as it is in our files. */
  private static final Map<String, Integer> TAGS =
      Map.ofEntries(
          Map.entry("SOPInstanceUID", Tag.SOP_INSTANCE_UID),
          Map.entry("SeriesInstanceUID", Tag.SERIES_INSTANCE_UID),
          Map.entry("StudyInstanceUID", Tag.STUDY_INSTANCE_UID),
          Map.entry("FrameOfReferenceUID", Tag.FRAME_OF_REFERENCE_UID),
          Map.entry("PatientID", Tag.PATIENT_ID),
          Map.entry("SeriesDescription", Tag.SERIES_DESCRIPTION),
          Map.entry("ImageType", Tag.IMAGE_TYPE),
          Map.entry("ImagePositionPatient", Tag.IMAGE_POSITION_PATIENT),
          Map.entry("ImageOrientationPatient", Tag.IMAGE_ORIENTATION_PATIENT),
          Map.entry("PixelSpacing", Tag.PIXEL_SPACING),
          Map.entry("RescaleIntercept", Tag.RESCALE_INTERCEPT),
          Map.entry("RescaleSlope", Tag.RESCALE_SLOPE),
          Map.entry("Rows", Tag.ROWS),
          Map.entry("Columns", Tag.COLUMNS));

  @TempDir static Path folder;

  private static Path sorted;
  private static SortSummary summary;

  /** One slice of every series, the unsorted one's too, and one gap if there is any. */
  private static List<CtSlice> samples;

  @BeforeAll
  static void write() throws Exception {
    ReplayedScan replayed = ReplayedScan.into(folder.resolve("replayed"));
    sorted = folder.resolve("sorted");
    summary = replayed.sort(sorted);
    samples = new ArrayList<>();
    for (SortSummary.Series series : summary.series()) {
      samples.add(middle(sorted.resolve(series.folder())));
    }
    for (SortSummary.Projection projection : summary.projections()) {
      samples.add(middle(sorted.resolve(projection.folder())));
    }
    samples.add(middle(replayed.scan()));
    for (CtSlice slice : ReplayedScan.slices(sorted)) {
      if (header(slice).string(Tag.IMAGE_COMMENTS).orElse("").startsWith("GAP")
          && !samples.contains(slice)) {
        samples.add(slice);
        break;
      }
    }
  }

  private static CtSlice middle(Path series) throws IOException {
    List<CtSlice> slices = ReplayedScan.slices(series);
    return slices.get(slices.size() / 2);
  }

  private static Dataset header(CtSlice slice) throws IOException {
    return DicomReader.read(slice.file()).dataset();
  }

  private static short[] hu(Path file) throws IOException {
    CtImage image = CtImage.of(DicomReader.read(file));
    short[] hu = new short[image.columns() * image.rows()];
    image.readHu(hu);
    return hu;
  }

  @Test
  @RequiresTool({"dcmdump", "dcmconv"})
  void dcmtkReadsThemWithoutAWarning() throws IOException {
    for (CtSlice slice : samples) {
      Tool.Result dump = Tool.run(List.of("dcmdump", slice.file().toString()), 60);
      assertThat(dump.exitCode()).as(dump.output()).isZero();
      assertThat(dump.output()).contains("=CTImageStorage").doesNotContain("Unknown Tag");
      assertThat(dump.output().lines())
          .noneMatch(line -> line.startsWith("E: ") || line.startsWith("W: "));
      Path implicit = folder.resolve("implicit.dcm");
      Tool.Result conversion =
          Tool.run(List.of("dcmconv", "+ti", slice.file().toString(), implicit.toString()), 60);
      assertThat(conversion.exitCode()).as(conversion.output()).isZero();
      assertThat(conversion.output()).isEmpty();
      assertThat(Arrays.equals(hu(implicit), hu(slice.file()))).isTrue();
    }
  }

  @Test
  @RequiresTool("dciodvfy")
  void dciodvfyFindsNoError() {
    for (CtSlice slice : samples) {
      String output = Tool.run(List.of("dciodvfy", slice.file().toString()), 60).output();
      assertThat(output).contains("CTImage");
      assertThat(output.lines()).noneMatch(line -> line.startsWith("Error"));
    }
  }

  @Test
  @RequiresTool({"python3:pydicom", "python3:numpy"})
  void pydicomSeesTheSameGeometryAndValues() throws IOException {
    Path raw = folder.resolve("pydicom.raw");
    List<String> arguments = new ArrayList<>(List.of(raw.toString()));
    samples.forEach(s -> arguments.add(s.file().toString()));
    Tool.Result printed = Tool.python(PYDICOM, arguments, 120);
    assertThat(printed.exitCode()).as(printed.output()).isZero();
    List<String> lines = printed.output().lines().toList();
    assertThat(lines).hasSize(samples.size());
    ByteBuffer values = ByteBuffer.wrap(Files.readAllBytes(raw)).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < samples.size(); i++) {
      Dataset header = header(samples.get(i));
      List<Double> ours = new ArrayList<>();
      for (int tag :
          new int[] {
            Tag.IMAGE_POSITION_PATIENT,
            Tag.IMAGE_ORIENTATION_PATIENT,
            Tag.PIXEL_SPACING,
            Tag.RESCALE_SLOPE,
            Tag.RESCALE_INTERCEPT
          }) {
        Arrays.stream(header.decimals(tag)).forEach(ours::add);
      }
      ours.add((double) header.requireInteger(Tag.ROWS));
      ours.add((double) header.requireInteger(Tag.COLUMNS));
      assertThat(Arrays.stream(lines.get(i).split(" ", -1)).map(Double::valueOf))
          .containsExactlyElementsOf(ours);
      short[] theirs = new short[samples.get(i).geometry().size()];
      for (int p = 0; p < theirs.length; p++) {
        theirs[p] = values.getShort();
      }
      assertThat(Arrays.equals(theirs, hu(samples.get(i).file()))).as("sample %d", i).isTrue();
    }
    assertThat(values.hasRemaining()).isFalse();
  }

  @Test
  @RequiresTool("plastimatch")
  void plastimatchMakesTheSameVolume() throws IOException {
    List<String> folders =
        List.of(summary.series().get(2).folder(), summary.projections().getFirst().folder());
    for (String name : folders) {
      Path image = folder.resolve(name + ".mha");
      Tool.Result conversion =
          Tool.run(
              List.of(
                  "plastimatch",
                  "convert",
                  "--input",
                  sorted.resolve(name).toString(),
                  "--output-img",
                  image.toString()),
              120);
      assertThat(conversion.exitCode()).as(conversion.output()).isZero();
      PhaseStack stack = PhaseStack.of(ReplayedScan.slices(sorted.resolve(name)), name);
      ShortVolume ours = stack.load();
      switch (VolumeFiles.read(image)) {
        case ShortVolume theirs -> {
          assertSameGrid(theirs.grid(), ours.grid());
          assertThat(Arrays.equals(theirs.values(), ours.values())).as(name).isTrue();
        }
        case FloatVolume theirs -> {
          assertSameGrid(theirs.grid(), ours.grid());
          float[] values = new float[ours.values().length];
          for (int i = 0; i < values.length; i++) {
            values[i] = ours.values()[i];
          }
          assertThat(Arrays.equals(theirs.values(), values)).as(name).isTrue();
        }
      }
    }
  }

  private static void assertSameGrid(Grid theirs, Grid ours) {
    assertThat(List.of(theirs.nx(), theirs.ny(), theirs.nz()))
        .isEqualTo(List.of(ours.nx(), ours.ny(), ours.nz()));
    assertNear(theirs.origin(), ours.origin());
    assertNear(theirs.spacing(), ours.spacing());
    assertNear(theirs.orientation().row(), ours.orientation().row());
    assertNear(theirs.orientation().column(), ours.orientation().column());
  }

  private static void assertNear(Vector3 theirs, Vector3 ours) {
    assertThat(theirs.minus(ours).length()).isCloseTo(0, within(1e-3));
  }

  @Test
  @RequiresTool("Orthanc")
  void orthancStoresThemAndGivesThemBack() throws Exception {
    try (OrthancServer orthanc =
        OrthancServer.start(Files.createDirectories(folder.resolve("orthanc")))) {
      for (CtSlice slice : samples) {
        String instance = "instances/" + orthanc.store(slice.file());
        assertThat(orthanc.get(instance + "/file")).isEqualTo(Files.readAllBytes(slice.file()));
        Dataset ours = header(slice);
        JsonNode theirs = orthanc.json(instance + "/simplified-tags");
        TAGS.forEach((name, tag) ->
            assertThat(theirs.path(name).asText())
                .as(name)
                .isEqualTo(String.join("\\", ours.strings(tag))));
        byte[] frame = orthanc.get(instance + "/frames/0/raw");
        byte[] pixels = new byte[frame.length];
        assertThat(ours.bulk(Tag.PIXEL_DATA).orElseThrow().length()).isEqualTo(frame.length);
        ours.bulk(Tag.PIXEL_DATA).orElseThrow().read(0, pixels, 0, pixels.length);
        assertThat(frame).isEqualTo(pixels);
      }
      assertThat(orthanc.json("patients")).hasSize(1);
      assertThat(orthanc.json("studies")).hasSize(1);
      assertThat(orthanc.json("series")).hasSize(14);
      assertThat(orthanc.json("instances")).hasSize(samples.size());
    }
  }
}
