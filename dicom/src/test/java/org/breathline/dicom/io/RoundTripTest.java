package org.breathline.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.breathline.dicom.data.BulkData;
import org.breathline.dicom.data.BulkElement;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.TransferSyntax;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.data.Vr;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Files that are written are read back as they were. */
class RoundTripTest {

  @TempDir private Path folder;

  private List<Path> files() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.toList();
    }
  }

  private static Dataset image() {
    Dataset item = new Dataset();
    item.setString(Tag.CODE_MEANING, "Poumon gauche, segment apical é");
    return new Dataset()
        .setString(Tag.SOP_CLASS_UID, SopClass.CT_IMAGE)
        .setString(Tag.SOP_INSTANCE_UID, Uid.fromName("a slice"))
        .setString(Tag.SERIES_DESCRIPTION, "Фаза 0%")
        .setString(Tag.IMAGE_TYPE, "ORIGINAL", "PRIMARY", "AXIAL")
        .setDecimal(Tag.IMAGE_POSITION_PATIENT, -249.51171875, 0.1, 1.0 / 3)
        .setDecimal(Tag.NOMINAL_PERCENTAGE_OF_RESPIRATORY_PHASE, 30)
        .setInteger(Tag.ROWS, 2)
        .setItems(Tag.ANATOMIC_REGION_SEQUENCE, List.of(item, new Dataset()))
        .put(
            new BulkElement(
                Tag.PIXEL_DATA, Vr.OW, new BulkData.InMemory(new byte[] {1, 2, 3, 4, 5, 6})));
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "IMPLICIT_VR_LITTLE_ENDIAN",
        "EXPLICIT_VR_LITTLE_ENDIAN",
        "DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN"
      })
  void valuesComeBack(TransferSyntax syntax) throws IOException {
    Path path = folder.resolve("a.dcm");
    DicomWriter.write(path, image(), syntax);
    DicomFile file = DicomReader.read(path);
    Dataset dataset = file.dataset();
    assertThat(file.transferSyntax()).isEqualTo(syntax);
    assertThat(dataset.string(Tag.SERIES_DESCRIPTION)).contains("Фаза 0%");
    assertThat(dataset.strings(Tag.IMAGE_TYPE)).containsExactly("ORIGINAL", "PRIMARY", "AXIAL");
    assertThat(dataset.requireDecimals(Tag.IMAGE_POSITION_PATIENT, 3))
        .containsExactly(-249.51171875, 0.1, 0.33333333333333);
    assertThat(dataset.decimal(Tag.NOMINAL_PERCENTAGE_OF_RESPIRATORY_PHASE)).hasValue(30);
    assertThat(dataset.requireInteger(Tag.ROWS)).isEqualTo(2);
    assertThat(dataset.items(Tag.ANATOMIC_REGION_SEQUENCE)).hasSize(2);
    assertThat(dataset.requireItem(Tag.ANATOMIC_REGION_SEQUENCE).string(Tag.CODE_MEANING))
        .contains("Poumon gauche, segment apical é");
    assertThat(dataset.bulk(Tag.PIXEL_DATA).orElseThrow().readAll())
        .containsExactly(1, 2, 3, 4, 5, 6);
    assertThat(files()).containsExactly(path);
  }

  @ParameterizedTest
  @EnumSource(
      names = {
        "IMPLICIT_VR_LITTLE_ENDIAN",
        "EXPLICIT_VR_LITTLE_ENDIAN",
        "DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN"
      })
  void anyDatasetComesBack(TransferSyntax syntax) {
    Path path = folder.resolve("random.dcm");
    for (long seed = 1000; seed < 1060; seed++) {
      Dataset dataset = RandomDatasets.next(seed);
      try {
        DicomWriter.write(path, dataset, syntax);
        assertThat(ElementLines.of(DicomReader.read(path).dataset()))
            .as("seed %d", seed)
            .isEqualTo(ElementLines.of(dataset));
      } catch (IOException e) {
        throw new java.io.UncheckedIOException(e);
      }
    }
  }

  @Test
  void prefixAndPixelsMakeTheSameFile() throws IOException {
    Dataset image = image();
    Path whole = folder.resolve("whole.dcm");
    DicomWriter.write(whole, image);
    Path parts = folder.resolve("parts.dcm");
    byte[] prefix = DicomWriter.prefix(image.copy().remove(Tag.PIXEL_DATA), Vr.OW, 6);
    DicomWriter.write(parts, prefix, DicomReader.read(whole).dataset().bulk(Tag.PIXEL_DATA).get());
    assertThat(parts).hasSameBinaryContentAs(whole);
  }

  @Test
  void nothingIsLeftBehindWhenWritingFails() throws IOException {
    Path source = folder.resolve("source.dcm");
    DicomWriter.write(source, image());
    Dataset dataset = DicomReader.read(source).dataset();
    Files.delete(source);
    assertThatThrownBy(() -> DicomWriter.write(folder.resolve("copy.dcm"), dataset))
        .isInstanceOf(IOException.class);
    assertThat(files()).isEmpty();
  }

  @Test
  void truncatedFileIsRefusedInWords() throws IOException {
    byte[] bytes = DicomWriter.toBytes(image(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    Path cut = folder.resolve("cut.dcm");
    Files.write(cut, java.util.Arrays.copyOf(bytes, bytes.length - 3));
    assertThatThrownBy(() -> DicomReader.read(cut))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("cut.dcm")
        .hasMessageContaining("(7FE0,0010) PixelData")
        .hasMessageContaining("6 bytes, but 3 are left");
  }

  @Test
  void otherFilesAreNotDicom() throws IOException {
    Path text = folder.resolve("notes.txt");
    Files.writeString(text, "Some words that are no data set at all.");
    assertThatThrownBy(() -> DicomReader.read(text)).isInstanceOf(NotDicomException.class);
    Files.write(text, new byte[0]);
    assertThatThrownBy(() -> DicomReader.read(text)).isInstanceOf(NotDicomException.class);
  }
}
