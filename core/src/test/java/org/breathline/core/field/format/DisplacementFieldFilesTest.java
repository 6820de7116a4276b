package org.breathline.core.field.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.TestFields;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.format.VolumeFileException;
import org.breathline.core.image.format.VolumeFiles;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class DisplacementFieldFilesTest {

  private static final String META =
      """
      ObjectType = Image
      NDims = 3
      Offset = -10 -20 -30.5
      ElementSpacing = 1 2 2.5
      DimSize = 1 1 2
      ElementNumberOfChannels = 3
      """;

  private static final String NRRD =
      """
      NRRD0005
      dimension: 4
      sizes: 3 1 1 2
      kinds: vector domain domain domain
      space: left-posterior-superior
      space directions: none (1,0,0) (0,2,0) (0,0,2.5)
      space origin: (-10,-20,-30.5)
      endian: little
      """;

  private static final Grid GRID =
      new Grid(1, 1, 2, new Vector3(-10, -20, -30.5), new Vector3(1, 2, 2.5), Orientation.AXIAL);

  @TempDir private Path folder;

  /** The samples 1 to 6, single precision, little endian. */
  private static byte[] six() {
    return floats(1, 2, 3, 4, 5, 6);
  }

  private static byte[] floats(float... values) {
    ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
    bytes.asFloatBuffer().put(values);
    return bytes.array();
  }

  private Path file(String header, byte[] samples) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(header.getBytes(StandardCharsets.ISO_8859_1));
    bytes.write(samples);
    return Files.write(folder.resolve("file"), bytes.toByteArray());
  }

  private static void assertSix(DisplacementField field) {
    assertThat(field.grid()).isEqualTo(GRID);
    assertThat(field.x()).containsExactly(1, 4);
    assertThat(field.y()).containsExactly(2, 5);
    assertThat(field.z()).containsExactly(3, 6);
  }

  @ParameterizedTest
  @ValueSource(strings = {".mha", ".mhd", ".nrrd", ".nhdr"})
  void whatIsWrittenIsRead(String ending) {
    Property.holds(
        10,
        3,
        random -> {
          Grid grid =
              new Grid(
                  random.nextInt(1, 200),
                  random.nextInt(1, 200),
                  random.nextInt(1, 6),
                  new Vector3(random.nextDouble(-300, 300), 17.25, random.nextDouble(-900, 0)),
                  new Vector3(random.nextDouble(0.3, 4), 1.5, random.nextDouble(0.3, 5)),
                  TestFields.OBLIQUE);
          DisplacementField field = TestFields.of(grid, TestFields.waves(random, 20, 50));
          try {
            Path file = folder.resolve("field" + ending);
            DisplacementFieldFiles.write(field, file);
            DisplacementField read = DisplacementFieldFiles.read(file);
            assertThat(read.x()).isEqualTo(field.x());
            assertThat(read.y()).isEqualTo(field.y());
            assertThat(read.z()).isEqualTo(field.z());
            assertThat(apart(read.grid(), grid)).isLessThan(1e-9);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  /** NRRD keeps direction times spacing, so that the last digits of its parts may differ. */
  private static double apart(Grid a, Grid b) {
    assertThat(a.size()).isEqualTo(b.size());
    int last = a.size() - 1;
    return a.origin().minus(b.origin()).length() + a.point(last).minus(b.point(last)).length();
  }

  @Test
  void readsPackedFieldsOfOtherPrograms() throws IOException {
    var zlib = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(zlib)) {
      out.write(six());
    }
    String meta =
        META + "CompressedData = True\nElementType = MET_FLOAT\nElementDataFile = LOCAL\n";
    assertSix(DisplacementFieldFiles.read(file(meta, zlib.toByteArray())));
    var gzip = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(gzip)) {
      out.write(six());
    }
    String nrrd =
        NRRD + "measurement frame: (1,0,0) (0,1,0) (0,0,1)\ntype: float\nencoding: gzip\n\n";
    assertSix(DisplacementFieldFiles.read(file(nrrd, gzip.toByteArray())));
    Path damaged = file(meta, Arrays.copyOf(zlib.toByteArray(), zlib.size() - 8));
    assertThatThrownBy(() -> DisplacementFieldFiles.read(damaged))
        .isInstanceOf(VolumeFileException.class)
        .hasMessage("file: its compressed samples are damaged");
  }

  @Test
  void readsDoublesAndWholeNumbers() throws IOException {
    ByteBuffer doubles = ByteBuffer.allocate(48).order(ByteOrder.LITTLE_ENDIAN);
    doubles.asDoubleBuffer().put(new double[] {1, 2, 3, 4, 5, 6});
    String rest = "\nElementDataFile = LOCAL\n";
    assertSix(
        DisplacementFieldFiles.read(
            file(META + "ElementType = MET_DOUBLE" + rest, doubles.array())));
    assertSix(
        DisplacementFieldFiles.read(
            file(META + "ElementType = MET_CHAR" + rest, new byte[] {1, 2, 3, 4, 5, 6})));
    assertSix(
        DisplacementFieldFiles.read(
            file(
                META + "ElementType = MET_SHORT" + rest,
                new byte[] {1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0})));
  }

  /** The slices are taken last to first; the vectors stay as they are, in patient space. */
  @Test
  void leftHandedAxesTurnTheSlicesAndNotTheVectors() throws IOException {
    String meta =
        META
            + "TransformMatrix = 1 0 0 0 1 0 0 0 -1\n"
            + "ElementType = MET_FLOAT\nElementDataFile = LOCAL\n";
    DisplacementField field = DisplacementFieldFiles.read(file(meta, six()));
    assertThat(field.grid().origin()).isEqualTo(new Vector3(-10, -20, -33));
    assertThat(field.at(0)).isEqualTo(new Vector3(4, 5, 6));
    assertThat(field.at(1)).isEqualTo(new Vector3(1, 2, 3));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "sizes: 3|sizes: 2|file, sizes: expected vectors of 3 components",
        "sizes: 3 1 1 2|sizes: 1 1 2|file, sizes: expected 4 numbers, found 3",
        "kinds: vector|kinds: RGB-color|file, kinds: expected vector domain domain domain",
        "vector domain domain domain|vector domain|file, kinds: expected vector domain",
        "kinds|sorts|file, kinds: the header lacks it",
        "none (1|(1|file, space directions: expected none for the vectors' axis",
        "left-posterior|right-anterior|file, space: expected left-posterior-superior, in which",
        "space directions|spaces|file, space directions: the header lacks it",
        "endian|measurement frame: (0,1,0) (1,0,0) (0,0,1)\\nendian|file, measurement frame",
        "dimension: 4|dimension: 5|file, dimension: expected 3 dimensions, or 4"
      })
  void namesTheFieldOfABadNrrd(String good, String bad, String message) throws IOException {
    String header = NRRD + "type: float\nencoding: raw\n\n";
    Path file = file(header.replace(good, bad.replace("\\n", "\n")), six());
    assertThatThrownBy(() -> DisplacementFieldFiles.read(file))
        .isInstanceOf(VolumeFileException.class)
        .hasMessageContaining(message);
  }

  @Test
  void refusesWhatIsNoField() throws IOException {
    Path image = folder.resolve("image.mha");
    VolumeFiles.write(new ShortVolume(GRID), image);
    assertThatThrownBy(() -> DisplacementFieldFiles.read(image))
        .isInstanceOf(VolumeFileException.class)
        .hasMessage("image.mha: expected a field of vectors, found one sample a voxel");
    String rest = "ElementType = MET_FLOAT\nElementDataFile = LOCAL\n";
    Path shortened = file(META + rest, Arrays.copyOf(six(), 23));
    assertThatThrownBy(() -> DisplacementFieldFiles.read(shortened))
        .hasMessage("file: expected 24 bytes of samples, found 23");
    Path huge = file(META.replace("1 1 2", "1200 1200 1200") + rest, six());
    assertThatThrownBy(() -> DisplacementFieldFiles.read(huge))
        .isInstanceOf(VolumeFileException.class)
        .hasMessage("file: expected 20736000000 bytes of samples, found 24");
    Path infinite = file(META + rest, floats(1, 2, 3, 4, Float.POSITIVE_INFINITY, 6));
    assertThatThrownBy(() -> DisplacementFieldFiles.read(infinite))
        .isInstanceOf(VolumeFileException.class)
        .hasMessage("file: expected finite displacements; the one of voxel 0, 0, 1 is not");
  }

  @Test
  void nothingHalfWrittenIsLeft() throws IOException {
    DisplacementField field = TestFields.of(GRID, p -> p);
    assertThatThrownBy(() -> DisplacementFieldFiles.write(field, folder.resolve("field.txt")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("expected one of");
    Files.createDirectory(folder.resolve("field.mha"));
    assertThatThrownBy(() -> DisplacementFieldFiles.write(field, folder.resolve("field.mha")))
        .isInstanceOf(IOException.class);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).containsExactly(folder.resolve("field.mha"));
    }
  }

  @Test
  void damagedFilesAreRefusedInWordsOrRead() throws IOException {
    Path file = folder.resolve("field.nrrd");
    Grid grid = new Grid(3, 2, 2, Vector3.ZERO, new Vector3(1, 1, 1), Orientation.AXIAL);
    DisplacementFieldFiles.write(
        TestFields.of(grid, TestFields.waves(new SplittableRandom(1), 3, 30)), file);
    byte[] good = Files.readAllBytes(file);
    Property.holds(
        300,
        9,
        random -> {
          byte[] bad = good.clone();
          for (int change = random.nextInt(1, 5); change > 0; change--) {
            bad[random.nextInt(bad.length)] =
                (byte) "0123456789-.e \n=:(),".charAt(random.nextInt(20));
          }
          try {
            Files.write(file, bad);
            DisplacementFieldFiles.read(file);
          } catch (VolumeFileException e) {
            assertThat(e).hasMessageStartingWith("field.nrrd");
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }
}
