package org.breathline.core.field.format;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.ImageWarp;
import org.breathline.core.field.TestFields;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.Volume;
import org.breathline.core.image.format.VolumeFiles;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.Tool;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** plastimatch and elastix's transformix warp an image by our files as we do. */
final class OtherProgramsTest {

  /**
   * The image runs from about -1000 to 1000 HU over 16 mm; single precision and blends explain
   * this.
   */
  private static final double TOLERANCE_HU = 0.05;

  private static final float OUTSIDE = -1024;

  private static final Grid FIELD_GRID =
      new Grid(
          40, 31, 23, new Vector3(-60, -50, -310), new Vector3(2.5, 3, 3.5), Orientation.AXIAL);

  private static final DisplacementField FIELD =
      TestFields.of(FIELD_GRID, TestFields.waves(new SplittableRandom(4), 6, 80));

  @TempDir private Path folder;

  private static FloatVolume image(Orientation orientation) {
    Grid grid =
        new Grid(60, 48, 40, new Vector3(-62, -55, -312), new Vector3(1.75, 1.9, 2.1), orientation);
    var image = new FloatVolume(grid);
    for (int offset = 0; offset < grid.size(); offset++) {
      Vector3 p = grid.point(offset);
      image.values()[offset] =
          (float) (900 * Math.sin(p.x() / 5) * Math.cos(p.y() / 6 + 1) * Math.sin(p.z() / 7));
    }
    return image;
  }

  @ParameterizedTest
  @ValueSource(strings = {".mha", ".mhd", ".nrrd", ".nhdr"})
  @RequiresTool("plastimatch")
  void plastimatchWarpsAsWeDo(String ending) throws IOException {
    FloatVolume moving = image(Orientation.AXIAL);
    Path field = folder.resolve("field" + ending);
    DisplacementFieldFiles.write(FIELD, field);
    Path image = folder.resolve("moving.mha");
    VolumeFiles.write(moving, image);
    Path warped = folder.resolve("warped.mha");
    run(
        List.of(
            "plastimatch",
            "warp",
            "--input=" + image,
            "--xf=" + field,
            "--output-img=" + warped,
            "--output-type=float",
            "--default-value=" + OUTSIDE));
    assertSame("plastimatch warp, field as " + ending, moving, FIELD, VolumeFiles.read(warped));
  }

  /** What plastimatch writes of our field, in the other format, is our field again. */
  @ParameterizedTest
  @ValueSource(strings = {".mha", ".nrrd"})
  @RequiresTool("plastimatch")
  void weReadWhatPlastimatchWrites(String ending) throws IOException {
    Path ours = folder.resolve("ours.mha");
    DisplacementFieldFiles.write(FIELD, ours);
    Path theirs = folder.resolve("theirs" + ending);
    Path image = folder.resolve("moving.mha");
    VolumeFiles.write(image(Orientation.AXIAL), image);
    run(
        List.of(
            "plastimatch",
            "warp",
            "--input=" + image,
            "--xf=" + ours,
            "--output-img=" + folder.resolve("warped.mha"),
            "--output-vf=" + theirs));
    DisplacementField read = DisplacementFieldFiles.read(theirs);
    assertThat(read.x()).isEqualTo(FIELD.x());
    assertThat(read.y()).isEqualTo(FIELD.y());
    assertThat(read.z()).isEqualTo(FIELD.z());
    assertThat(read.grid()).isEqualTo(FIELD_GRID);
  }

  @ParameterizedTest
  @ValueSource(strings = {".mha", ".mhd", ".nrrd", ".nhdr"})
  @RequiresTool("transformix")
  void transformixWarpsAsWeDoWhateverTheOrientation(String ending) throws IOException {
    Grid oblique =
        new Grid(
            FIELD_GRID.nx(),
            FIELD_GRID.ny(),
            FIELD_GRID.nz(),
            FIELD_GRID.origin(),
            FIELD_GRID.spacing(),
            TestFields.OBLIQUE);
    DisplacementField u = TestFields.of(oblique, TestFields.waves(new SplittableRandom(5), 6, 80));
    FloatVolume moving = image(TestFields.OBLIQUE);
    Path field = folder.resolve("field" + ending);
    DisplacementFieldFiles.write(u, field);
    Path image = folder.resolve("moving.mha");
    VolumeFiles.write(moving, image);
    Path parameters = folder.resolve("transform.txt");
    Files.writeString(parameters, transform(field, oblique));
    run(
        List.of(
            "transformix",
            "-in",
            image.toString(),
            "-tp",
            parameters.toString(),
            "-out",
            folder.toString()));
    assertSame(
        "transformix, field as " + ending,
        moving,
        u,
        VolumeFiles.read(folder.resolve("result.mha")));
  }

  private static String transform(Path field, Grid grid) {
    Orientation axes = grid.orientation();
    return """
    (Transform "DeformationFieldTransform")
    (NumberOfParameters 0)
    (DeformationFieldFileName "%s")
    (DeformationFieldInterpolationOrder 1)
    (InitialTransformParametersFileName "NoInitialTransform")
    (HowToCombineTransforms "Compose")
    (FixedImageDimension 3)
    (MovingImageDimension 3)
    (FixedInternalImagePixelType "float")
    (MovingInternalImagePixelType "float")
    (Size %d %d %d)
    (Index 0 0 0)
    (Spacing %s)
    (Origin %s)
    (Direction %s %s %s)
    (UseDirectionCosines "true")
    (ResampleInterpolator "FinalBSplineInterpolator")
    (FinalBSplineInterpolationOrder 1)
    (Resampler "DefaultResampler")
    (DefaultPixelValue %s)
    (ResultImageFormat "mha")
    (ResultImagePixelType "float")
    (CompressResultImage "false")
    """
        .formatted(
            field,
            grid.nx(),
            grid.ny(),
            grid.nz(),
            numbers(grid.spacing()),
            numbers(grid.origin()),
            numbers(axes.row()),
            numbers(axes.column()),
            numbers(axes.normal()),
            OUTSIDE);
  }

  private static String numbers(Vector3 vector) {
    return vector.x() + " " + vector.y() + " " + vector.z();
  }

  private static void run(List<String> command) {
    Tool.Result result = Tool.run(command, 120);
    assertThat(result.exitCode()).as(result.output()).isZero();
  }

  /** At the image's border, where programs differ in what is outside, a voxel is left out. */
  private static void assertSame(
      String how, FloatVolume moving, DisplacementField field, Volume theirs) {
    FloatVolume ours = new ImageWarp(field).warp(moving, OUTSIDE);
    assertThat(theirs.grid()).isEqualTo(ours.grid());
    double greatest = 0;
    int compared = 0;
    int outside = 0;
    Grid grid = field.grid();
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          int at = grid.offset(i, j, k);
          Vector3 place = moving.grid().index(field.map(grid.point(i, j, k)));
          int beyond = beyond(place, moving.grid());
          if (beyond < 0) {
            greatest = Math.max(greatest, Math.abs(theirs.at(at) - ours.at(at)));
            compared++;
          } else if (beyond > 0) {
            assertThat(theirs.at(at)).isEqualTo(OUTSIDE);
            assertThat(ours.at(at)).isEqualTo(OUTSIDE);
            outside++;
          }
        }
      }
    }
    assertThat(compared).isGreaterThan(grid.size() / 2);
    assertThat(outside).isGreaterThan(10);
    ValidationRecord.write(
        "registration",
        "greatest difference of a warped image, " + how,
        greatest,
        "our own warp by the same field",
        TOLERANCE_HU + " HU",
        "HU");
    assertThat(greatest).isLessThan(TOLERANCE_HU);
  }

  /** Below 0 inside the outermost voxel centres, above 0 surely outside, 0 between. */
  private static int beyond(Vector3 index, Grid grid) {
    double least =
        Math.min(
            Math.min(
                Math.min(index.x(), grid.nx() - 1 - index.x()),
                Math.min(index.y(), grid.ny() - 1 - index.y())),
            Math.min(index.z(), grid.nz() - 1 - index.z()));
    return least > 0.01 ? -1 : least < -0.51 ? 1 : 0;
  }
}
