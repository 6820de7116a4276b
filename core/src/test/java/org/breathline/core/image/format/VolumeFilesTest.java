package org.breathline.core.image.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.GZIPOutputStream;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.ShortVolume;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What other programs write, and what they should not have written. */
final class VolumeFilesTest {

  private static final String META =
      """
      ObjectType = Image
      NDims = 3
      TransformMatrix = 1 0 0 0 1 0 0 0 1
      Offset = -10 -20 -30.5
      ElementSpacing = 1 2 2.5
      DimSize = 2 1 3
      """;

  private static final String NRRD =
      """
      NRRD0004
      # A comment
      dimension: 3
      sizes: 2 1 3
      space directions: (1,0,0) (0,2,0) (0,0,2.5)
      space origin: (-10,-20,-30.5)
      name:=of no interest
      """;

  /** The samples 1 to 6, signed 16 bits, little endian. */
  private static final byte[] SIX = {1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0};

  private static final Grid GRID =
      new Grid(2, 1, 3, new Vector3(-10, -20, -30.5), new Vector3(1, 2, 2.5), Orientation.AXIAL);

  @TempDir private Path folder;

  private Path file(String header, byte[] samples) throws IOException {
    var bytes = new ByteArrayOutputStream();
    bytes.write(header.getBytes(StandardCharsets.ISO_8859_1));
    bytes.write(samples);
    return Files.write(folder.resolve("file"), bytes.toByteArray());
  }

  private void assertSix(Path file, Grid grid) throws IOException {
    ShortVolume volume = (ShortVolume) VolumeFiles.read(file);
    assertThat(volume.values()).containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(volume.grid()).isEqualTo(grid);
  }

  @Test
  void readsMetaImageWithZlib() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (OutputStream out = new DeflaterOutputStream(packed)) {
      out.write(SIX);
    }
    String header =
        META + "CompressedData = True\nElementType = MET_SHORT\nElementDataFile = LOCAL\n";
    assertSix(file(header, packed.toByteArray()), GRID);
    byte[] cut = Arrays.copyOf(packed.toByteArray(), packed.size() - 8);
    Path damaged = file(header, cut);
    assertThatThrownBy(() -> VolumeFiles.read(damaged))
        .isInstanceOf(VolumeFileException.class)
        .hasMessage("file: its compressed samples are damaged");
  }

  @Test
  void readsNrrdWithGzip() throws IOException {
    var packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(SIX);
    }
    String header = NRRD + "space: LPS\ntype: int16\nendian: little\nencoding: gzip\n\n";
    assertSix(file(header, packed.toByteArray()), GRID);
  }

  @Test
  void aCompressedFileCannotPromiseMoreThanItsLengthCanHold() throws IOException {
    String header =
        META.replace("2 1 3", "1290 1290 1290")
            + "CompressedData = True\nElementType = MET_SHORT\nElementDataFile = LOCAL\n";
    Path bomb = file(header, new byte[1000]);
    assertThatThrownBy(() -> VolumeFiles.read(bomb))
        .isInstanceOf(VolumeFileException.class)
        .hasMessageContaining("expected 4293378000 bytes of samples (compressed), found 1000");
  }

  @Test
  void readsBigEndian() throws IOException {
    byte[] big = {0, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6};
    assertSix(
        file(
            META + "ElementByteOrderMSB = True\nElementType = MET_SHORT\nElementDataFile = LOCAL\n",
            big),
        GRID);
    assertSix(file(NRRD + "space: LPS\ntype: short\nendian: big\nencoding: raw\n\n", big), GRID);
  }

  @Test
  void readsCarriageReturnsAndSkippedBytes() throws IOException {
    byte[] after = {9, 9, 9, 1, 0, 2, 0, 3, 0, 4, 0, 5, 0, 6, 0};
    Files.write(folder.resolve("data.raw"), after);
    String meta = META + "HeaderSize = 3\nElementType = MET_SHORT\nElementDataFile = data.raw\n";
    assertSix(file(meta.replace("\n", "\r\n"), new byte[0]), GRID);
    assertSix(file(meta.replace("= 3\nE", "= -1\nE"), new byte[0]), GRID);
    String nrrd = NRRD + "space: LPS\ntype: short\nendian: little\nencoding: raw\n";
    assertSix(file(nrrd + "byte skip: 3\ndata file: data.raw\n", new byte[0]), GRID);
    assertSix(file(nrrd + "byte skip: -1\n\n", after), GRID);
    assertSix(file(nrrd + "byteskip: 3\n\n", after), GRID);
  }

  @Test
  void coordinatesOfOtherSpacesBecomeLps() throws IOException {
    String rest = "type: short\nendian: little\nencoding: raw\n\n";
    String ras =
        NRRD.replace("(1,0,0) (0,2,0)", "(-1,0,0) (0,-2,0)")
            .replace("(-10,-20,-30.5)", "(10,20,-30.5)");
    assertSix(file(ras + "space: right-anterior-superior\n" + rest, SIX), GRID);
    String las = NRRD.replace("(0,2,0)", "(0,-2,0)").replace("(-10,-20,-30.5)", "(-10,20,-30.5)");
    assertSix(file(las + "space: LAS\n" + rest, SIX), GRID);
  }

  @Test
  void leftHandedAxesAreReadWithTheirSlicesReversed() throws IOException {
    Grid fromTheTop =
        new Grid(2, 1, 3, new Vector3(-10, -20, -35.5), new Vector3(1, 2, 2.5), Orientation.AXIAL);
    String meta =
        META.replace("0 0 0 1\n", "0 0 0 -1\n")
            + "ElementType = MET_SHORT\nElementDataFile = LOCAL\n";
    ShortVolume volume = (ShortVolume) VolumeFiles.read(file(meta, SIX));
    assertThat(volume.grid()).isEqualTo(fromTheTop);
    assertThat(volume.values()).containsExactly(5, 6, 3, 4, 1, 2);
    String nrrd =
        NRRD.replace("(0,0,2.5)", "(0,0,-2.5)")
            + "space: LPS\ntype: float\nendian: little\nencoding: raw\n\n";
    FloatVolume floats = (FloatVolume) VolumeFiles.read(file(nrrd, new byte[24]));
    assertThat(floats.grid()).isEqualTo(fromTheTop);
  }

  @ParameterizedTest
  @CsvSource({
    "MET_CHAR, signed char, ff, -1, true",
    "MET_UCHAR, uint8, ff, 255, true",
    "MET_SHORT, int16_t, fffe, -257, true",
    "MET_USHORT, unsigned short, fffe, 65279, false",
    "MET_INT, int32, 010000c0, -1073741823, false",
    "MET_UINT, uint, 010000c0, 3221225473, false",
    "MET_FLOAT, float, 0000c03f, 1.5, false",
    "MET_DOUBLE, double, 000000000000f8bf, -1.5, false"
  })
  void readsEveryType(String meta, String nrrd, String sample, double value, boolean whole)
      throws IOException {
    byte[] samples = HexFormat.of().parseHex(sample.repeat(6));
    assertValue(
        file(META + "ElementType = " + meta + "\nElementDataFile = LOCAL\n", samples),
        value,
        whole);
    String rest = "space: LPS\nendian: little\nencoding: raw\ntype: " + nrrd + "\n\n";
    assertValue(file(NRRD + rest, samples), value, whole);
  }

  private static void assertValue(Path file, double value, boolean whole) throws IOException {
    var volume = VolumeFiles.read(file);
    assertThat(volume instanceof ShortVolume).isEqualTo(whole);
    assertThat(volume.at(5)).isEqualTo((float) value);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "NDims = 3|NDims = 2|file, NDims: expected 3 dimensions",
        "DimSize = 2 1 3|DimSize = 2 1|file, DimSize: expected 3 numbers, found 2",
        "DimSize = 2 1 3|DimSize = 2 x 3|file, DimSize: expected a number",
        "DimSize = 2 1 3|Size = 2 1 3|file, DimSize: the header lacks it",
        "Spacing = 1|Spacing = 0|file: voxel spacings must be above 0 mm",
        "Offset = -10|Offset = NaN|file, Offset: expected a number",
        "MET_SHORT|MET_STRING|file, ElementType: expected one of",
        "LOCAL|LIST|file, ElementDataFile: expected one file",
        "LOCAL|../other.raw|expected the name of one file in the same folder",
        "LOCAL|/other.raw|expected the name of one file in the same folder",
        "LOCAL|a%03d.raw 1 9 1|expected the name of one file in the same folder",
        "LOCAL|gone.raw|file: expected its samples in gone.raw, which is not there",
        "NDims = 3|NDims = 3\\nNDims = 3|file, NDims: expected once, found again",
        "NDims = 3|NDims = 3\\nBinaryData = False|file, BinaryData: expected True",
        "NDims = 3|NDims = 3\\nElementNumberOfChannels = 2|expected 1 channel, or 3 of a vector field",
        "NDims = 3|NDims = 3\\nElementNumberOfChannels = 3|file: expected one sample a voxel",
        "NDims = 3|no key|file: expected lines of Key = Value"
      })
  void namesTheKeyOfABadMetaImage(String good, String bad, String message) throws IOException {
    String header = META + "ElementType = MET_SHORT\nElementDataFile = LOCAL\n";
    Path file = file(header.replace(good, bad.replace("\\n", "\n")), SIX);
    assertThatThrownBy(() -> VolumeFiles.read(file))
        .isInstanceOf(VolumeFileException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "dimension: 3|dimension: 2|file, dimension: expected 3 dimensions, or 4 of a vector field",
        "dimension: 3|dimension: 4|file, kinds: the header lacks it",
        "sizes: 2|sizes: -2|file, sizes: expected whole numbers",
        "(1,0,0)|(1,0)|file, space directions: expected vectors of 3 numbers",
        "(1,0,0)|none|file, space directions: expected vectors in parentheses",
        "(1,0,0)|(0,0,0)|file, space directions: expected directions longer than 0",
        "(1,0,0) ||file, space directions: expected 3 vectors, found 2",
        "space: LPS|space: scanner-xyz|file, space: expected left-posterior-superior",
        "space: LPS|spacings: 1 1 1|file, space: the header lacks it",
        "type: short|type: block|file, type: expected a type of",
        "endian: little|endian: middle|file, endian: expected little or big",
        "encoding: raw|encoding: hex|file, encoding: expected raw or gzip",
        "encoding: raw|encoding: raw\\nline skip: 2|file, line skip: expected 0",
        "encoding: raw|encoding: raw\\nspace units: \"cm\" \"cm\" \"cm\"|file, space units",
        "encoding: raw|nonsense|expected lines of"
      })
  void namesTheFieldOfABadNrrd(String good, String bad, String message) throws IOException {
    String header = NRRD + "space: LPS\ntype: short\nendian: little\nencoding: raw\n\n";
    String replacement = bad == null ? "" : bad.replace("\\n", "\n");
    Path file = file(header.replace(good, replacement), SIX);
    assertThatThrownBy(() -> VolumeFiles.read(file))
        .isInstanceOf(VolumeFileException.class)
        .hasMessageContaining(message);
  }

  @Test
  void otherFilesAreRefused() throws IOException {
    for (byte[] other : new byte[][] {{}, {1, 2, 3}, "hello".getBytes(StandardCharsets.UTF_8)}) {
      Path file = file("", other);
      assertThatThrownBy(() -> VolumeFiles.read(file))
          .isInstanceOf(VolumeFileException.class)
          .hasMessageStartingWith("file: expected a MetaImage or NRRD file");
    }
    Path endless = file("NDims", new byte[70000]);
    assertThatThrownBy(() -> VolumeFiles.read(endless))
        .isInstanceOf(VolumeFileException.class)
        .hasMessageContaining("expected a header of under 65536 bytes");
  }

  @Test
  void theEndingDecidesWhatIsWritten() {
    assertThat(VolumeFiles.hasKnownEnding(Path.of("a", "b.MHA"))).isTrue();
    assertThat(VolumeFiles.hasKnownEnding(Path.of("a", "b.dcm"))).isFalse();
    assertThatThrownBy(() -> VolumeFiles.write(new ShortVolume(GRID), folder.resolve("volume.tif")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(".nrrd, .nhdr, .mha, .mhd");
  }
}
