package org.breathline.exchange.segmentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.structure.StructureType;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.io.DicomReader;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.exchange.structure.SampleSeries;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.Tool;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Segmentations hold the bits of their masks, and other programs read the same ones. */
final class SegmentationTest {

  /** Rows and columns of odd product would show frames that are padded to whole bytes. */
  private static final String PYDICOM =
      """
      import sys, pydicom, numpy
      d = pydicom.dcmread(sys.argv[1])
      pixels = d.pixel_array
      if pixels.ndim == 2:
          pixels = pixels[None]
      out = open(sys.argv[2], 'w')
      for frame, group in zip(pixels, d.PerFrameFunctionalGroupsSequence):
          segment = group.SegmentIdentificationSequence[0].ReferencedSegmentNumber
          z = group.PlanePositionSequence[0].ImagePositionPatient[2]
          for j, i in zip(*numpy.nonzero(frame)):
              out.write('%d %d %d %.3f\\n' % (segment, i, j, z))
      """;

  @TempDir static Path folder;

  private static List<CtSlice> slices;
  private static Grid grid;
  private static List<Segment> segments;
  private static Path file;

  @BeforeAll
  static void write() throws IOException {
    slices = SampleSeries.write(folder.resolve("ct"));
    grid = SampleSeries.grid(slices);
    segments =
        List.of(
            new Segment("GTV", StructureType.GTV, mask(7, 30)),
            new Segment("Lung", StructureType.ORGAN, mask(3, 55)));
    file = folder.resolve("seg.dcm");
    SegmentationWriter.write(file, SampleSeries.context(slices), segments);
  }

  private static RunLengthMask mask(int from, int to) {
    return RunLengthMask.of(
        grid,
        at -> {
          int i = at % grid.nx();
          int j = at / grid.nx() % grid.ny();
          int k = at / grid.sliceSize();
          return k >= 2 && k < 9 && i >= from && i < to && (i * 7 + j * 5 + k) % 11 < 6 && j > from;
        });
  }

  @Test
  void everyBitIsThatOfItsVoxel() throws IOException {
    Dataset object = DicomReader.read(file).dataset();
    byte[] bytes = new byte[(int) object.bulk(Tag.PIXEL_DATA).orElseThrow().length()];
    object.bulk(Tag.PIXEL_DATA).orElseThrow().read(0, bytes, 0, bytes.length);
    assertThat(object.requireInteger(Tag.NUMBER_OF_FRAMES)).isEqualTo(14);
    int bit = 0;
    for (Segment segment : segments) {
      for (int k = 2; k < 9; k++) {
        for (int j = 0; j < grid.ny(); j++) {
          for (int i = 0; i < grid.nx(); i++, bit++) {
            boolean set = (bytes[bit / 8] >> bit % 8 & 1) == 1;
            assertThat(set).isEqualTo(segment.mask().contains(i, j, k));
          }
        }
      }
    }
  }

  @Test
  @RequiresTool({"python3:pydicom", "python3:numpy"})
  void pydicomReadsTheSameVoxels() throws IOException {
    Path printed = folder.resolve("voxels.txt");
    Tool.Result run = Tool.python(PYDICOM, List.of(file.toString(), printed.toString()), 60);
    assertThat(run.exitCode()).as(run.output()).isZero();
    long voxels = 0;
    for (String line : Files.readAllLines(printed)) {
      List<String> fields = List.of(line.split(" "));
      int segment = Integer.parseInt(fields.getFirst());
      double z = Double.parseDouble(fields.get(3));
      int k = (int) Math.rint((z - grid.origin().z()) / grid.spacing().z());
      RunLengthMask mask = segments.get(segment - 1).mask();
      assertThat(mask.contains(Integer.parseInt(fields.get(1)), Integer.parseInt(fields.get(2)), k))
          .isTrue();
      voxels++;
    }
    assertThat(voxels).isEqualTo(segments.stream().mapToLong(s -> s.mask().voxels()).sum());
  }

  @Test
  @RequiresTool("dciodvfy")
  void dciodvfyFindsNoError() {
    String output = Tool.run(List.of("dciodvfy", file.toString()), 60).output();
    assertThat(output).contains("Segmentation");
    assertThat(output.lines()).noneMatch(line -> line.startsWith("Error"));
  }

  @Test
  @RequiresTool("dcmdump")
  void dcmtkReadsItWithoutAWarning() {
    Tool.Result dump = Tool.run(List.of("dcmdump", file.toString()), 60);
    assertThat(dump.exitCode()).as(dump.output()).isZero();
    assertThat(dump.output())
        .contains("=SegmentationStorage")
        .doesNotContain("Unknown Tag")
        .doesNotContain("W: ")
        .doesNotContain("E: ");
  }

  @Test
  void nothingToSegmentIsRefused() {
    List<Segment> empty = List.of(new Segment("GTV", StructureType.GTV, RunLengthMask.empty(grid)));
    assertThatThrownBy(() -> SegmentationWriter.compose(SampleSeries.context(slices), empty))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> SegmentationWriter.compose(SampleSeries.context(slices), List.of()))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
