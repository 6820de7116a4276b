package org.breathline.exchange.structure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.DataInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPInputStream;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.Volume;
import org.breathline.core.image.format.VolumeFiles;
import org.breathline.core.structure.ContourStack;
import org.breathline.core.structure.ContourTracer;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.Occupancy;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.structure.ShapeComparison;
import org.breathline.core.structure.Structure;
import org.breathline.core.structure.StructureType;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.TestData;
import org.breathline.testkit.Tool;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Structure sets and masks in the hands of other programs, and on a real patient's lung tumour. */
final class StructureToolsTest {

  private static final String REAL = "ct-rtstruct";

  private static final String PYDICOM =
      """
      import sys, pydicom
      d = pydicom.dcmread(sys.argv[1])
      names = {r.ROINumber: r.ROIName for r in d.StructureSetROISequence}
      for r in d.ROIContourSequence:
          for c in r.get('ContourSequence', []):
              print(names[r.ReferencedROINumber].split()[0], c.ContourGeometricType,
                    c.NumberOfContourPoints, len(c.ContourData), sum(float(v) for v in c.ContourData))
      """;

  @TempDir static Path folder;

  private static List<CtSlice> slices;
  private static Grid grid;
  private static List<Structure> structures;
  private static Path file;

  @BeforeAll
  static void write() throws IOException {
    slices = SampleSeries.write(folder.resolve("ct"));
    grid = SampleSeries.grid(slices);
    structures = SampleStructures.structures(grid);
    file = folder.resolve("rs.dcm");
    StructureSetWriter.write(file, SampleSeries.context(slices), structures);
  }

  @Test
  @RequiresTool("dciodvfy")
  void dciodvfyFindsNoError() {
    String output = Tool.run(List.of("dciodvfy", file.toString()), 60).output();
    assertThat(output).contains("RTStructureSet");
    assertThat(output.lines()).noneMatch(line -> line.startsWith("Error"));
  }

  @Test
  @RequiresTool({"dcmdump", "dcmconv"})
  void dcmtkReadsItWithoutAWarning() throws IOException {
    Tool.Result dump = Tool.run(List.of("dcmdump", file.toString()), 60);
    assertThat(dump.exitCode()).as(dump.output()).isZero();
    assertThat(dump.output())
        .contains("=RTStructureSetStorage")
        .doesNotContain("Unknown Tag")
        .doesNotContain("W: ")
        .doesNotContain("E: ");
    Path explicit = folder.resolve("explicit.dcm");
    Tool.Result conversion =
        Tool.run(List.of("dcmconv", "+te", file.toString(), explicit.toString()), 60);
    assertThat(conversion.exitCode()).as(conversion.output()).isZero();
    assertThat(conversion.output()).isEmpty();
    assertThat(StructureSetReader.read(explicit).structures())
        .isEqualTo(StructureSetReader.read(file).structures());
  }

  @Test
  @RequiresTool("python3:pydicom")
  void pydicomReadsTheSamePoints() throws IOException {
    Tool.Result printed = Tool.python(PYDICOM, List.of(file.toString()), 60);
    assertThat(printed.exitCode()).as(printed.output()).isZero();
    List<String> lines = printed.output().lines().toList();
    int at = 0;
    for (Structure structure : StructureSetReader.read(file).structures()) {
      for (var contour : structure.contours()) {
        List<String> fields = List.of(lines.get(at++).split(" "));
        double sum = 0;
        for (double coordinate : contour.coordinates()) {
          sum += coordinate;
        }
        assertThat(fields.get(1)).isEqualTo("CLOSED_PLANAR");
        assertThat(fields.get(2)).isEqualTo(Integer.toString(contour.size()));
        assertThat(fields.get(3)).isEqualTo(Integer.toString(3 * contour.size()));
        assertThat(Double.parseDouble(fields.get(4))).isCloseTo(sum, within(1e-6));
      }
      at += structure.points().size();
    }
    assertThat(at).isEqualTo(lines.size());
  }

  @Test
  @RequiresTool("plastimatch")
  void plastimatchMakesTheSameMasks() throws IOException {
    for (Structure structure : structures.subList(0, 2)) {
      RunLengthMask theirs =
          plastimatch(file, folder.resolve("ct"), structure.name().split(" ", 2)[0], grid);
      RunLengthMask ours = ContourStack.of(structure.contours(), grid).occupancy().mask();
      double dice = ShapeComparison.dice(ours, theirs);
      ValidationRecord.write(
          "structures",
          "mask of \"%s\", ours against plastimatch's: Dice".formatted(structure.type()),
          dice,
          "plastimatch convert, of the RT Structure Set that we wrote",
          "at least 0.99",
          "");
      assertThat(dice).isGreaterThanOrEqualTo(0.99);
    }
  }

  @Test
  @RequiresData(REAL)
  void theMaskOfARealTumourIsThePublishedOne() throws IOException {
    Path data = TestData.get(REAL);
    Grid real = SampleSeries.grid(SampleSeries.slices(data.resolve("dicom/image")));
    Structure gtv = real(data);
    Occupancy occupancy = ContourStack.of(gtv.contours(), real).occupancy();
    RunLengthMask published = nifti(data.resolve("nifti/mask/mask.nii.gz"), real);
    ShapeComparison comparison = ShapeComparison.of(occupancy.mask(), published);
    record("Dice", comparison.dice(), "at least 0.99", "");
    record("mean surface distance", comparison.meanSurfaceMm(), "at most 0.3 mm", "mm");
    record("volume by contours, parts of voxels", occupancy.volumeMl(), "shown", "mL");
    record("volume of the published mask", published.volumeMl(), "shown", "mL");
    assertThat(comparison.dice()).isGreaterThanOrEqualTo(0.99);
    assertThat(comparison.meanSurfaceMm()).isLessThan(0.3);
  }

  private static void record(String what, double figure, String tolerance, String unit) {
    ValidationRecord.write(
        "structures",
        "GTV of the IBSI phantom, ours against the published mask: " + what,
        figure,
        "the mask published with the contours (ct-rtstruct)",
        tolerance,
        unit);
  }

  @Test
  @RequiresData(REAL)
  @RequiresTool("plastimatch")
  void theMaskOfARealTumourIsPlastimatchs() throws IOException {
    Path data = TestData.get(REAL);
    Grid real = SampleSeries.grid(SampleSeries.slices(data.resolve("dicom/image")));
    RunLengthMask ours = ContourStack.of(real(data).contours(), real).occupancy().mask();
    RunLengthMask theirs =
        plastimatch(
            data.resolve("dicom/mask/DCM_RS_00060.dcm"), data.resolve("dicom/image"), "GTV", real);
    double dice = ShapeComparison.dice(ours, theirs);
    ValidationRecord.write(
        "structures",
        "GTV of the IBSI phantom, ours against plastimatch's: Dice",
        dice,
        "plastimatch convert, of the same RT Structure Set",
        "at least 0.99",
        "");
    assertThat(dice).isGreaterThanOrEqualTo(0.99);
  }

  @Test
  @RequiresData(REAL)
  void contourToMaskToContourOfARealTumour() throws IOException {
    Path data = TestData.get(REAL);
    List<CtSlice> images = SampleSeries.slices(data.resolve("dicom/image"));
    Grid real = SampleSeries.grid(images);
    Occupancy drawn = ContourStack.of(real(data).contours(), real).occupancy();
    LevelSet region = drawn.levelSet();
    for (boolean parts : new boolean[] {true, false}) {
      LevelSet traced = parts ? region : LevelSet.of(drawn.mask());
      Path written = folder.resolve("again.dcm");
      StructureSetWriter.write(
          written,
          SampleSeries.context(images),
          List.of(
              Structure.of(1, "GTV", StructureType.GTV, ContourTracer.traceWithKeyholes(traced))));
      Structure again = StructureSetReader.read(written).structures().getFirst();
      ShapeComparison comparison =
          ShapeComparison.of(
              region, ContourStack.of(again.contours(), real).occupancy().levelSet());
      ValidationRecord.write(
          "structures",
          parts
              ? "round trip contour, parts of voxels, contour: mean surface distance"
              : "round trip contour, binary mask, contour: mean surface distance",
          comparison.meanSurfaceMm(),
          "the contours of the IBSI phantom's GTV",
          "at most 0.3 mm",
          "mm");
      assertThat(comparison.meanSurfaceMm()).isLessThan(0.3);
    }
  }

  private static Structure real(Path data) throws IOException {
    StructureSet set = StructureSetReader.read(data.resolve("dicom/mask/DCM_RS_00060.dcm"));
    assertThat(set.findings()).isEmpty();
    Structure gtv = set.find("GTV-1").orElseThrow();
    assertThat(gtv.type()).isEqualTo(StructureType.GTV);
    return gtv;
  }

  private static RunLengthMask plastimatch(Path rs, Path ct, String name, Grid grid)
      throws IOException {
    Path out = Files.createTempDirectory(folder, "plastimatch");
    Tool.Result run =
        Tool.run(
            List.of(
                "plastimatch",
                "convert",
                "--input",
                rs.toString(),
                "--referenced-ct",
                ct.toString(),
                "--output-prefix",
                out.toString(),
                "--prefix-format",
                "mha"),
            120);
    assertThat(run.exitCode()).as(run.output()).isZero();
    try (var files = Files.list(out)) {
      Path mask =
          files
              .filter(f -> String.valueOf(f.getFileName()).startsWith(name))
              .findFirst()
              .orElseThrow();
      Volume volume = VolumeFiles.read(mask);
      assertThat(volume.grid().nx()).isEqualTo(grid.nx());
      assertThat(volume.grid().nz()).isEqualTo(grid.nz());
      assertThat(volume.grid().origin().minus(grid.origin()).length()).isLessThan(0.01);
      return RunLengthMask.of(grid, at -> volume.at(at) > 0);
    }
  }

  /** A NIfTI-1 mask of unsigned bytes whose rows and columns run against the image's (RAS, LPS). */
  private static RunLengthMask nifti(Path path, Grid grid) throws IOException {
    byte[] bytes;
    try (var in = new DataInputStream(new GZIPInputStream(Files.newInputStream(path)))) {
      bytes = in.readAllBytes();
    }
    ByteBuffer header = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
    assertThat(header.getInt(0)).isEqualTo(348);
    assertThat(header.getShort(70)).isEqualTo((short) 2);
    int voxels = (int) header.getFloat(108);
    assertThat(new int[] {header.getShort(42), header.getShort(44), header.getShort(46)})
        .containsExactly(grid.nx(), grid.ny(), grid.nz());
    // Its affine gives the same corner, x and y with the other sign.
    assertThat((double) -header.getFloat(292)).isCloseTo(grid.origin().x(), within(0.01));
    assertThat((double) -header.getFloat(308)).isCloseTo(grid.origin().y(), within(0.01));
    assertThat((double) header.getFloat(324)).isCloseTo(grid.origin().z(), within(0.01));
    return RunLengthMask.of(grid, at -> bytes[voxels + at] != 0);
  }
}
