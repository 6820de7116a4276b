package org.breathline.dicom.io;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.zip.Deflater;
import org.breathline.dicom.PydicomFiles;
import org.breathline.dicom.SampleImages;
import org.breathline.dicom.codec.PixelFrames;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Element;
import org.breathline.dicom.data.TransferSyntax;
import org.breathline.testkit.Property;
import org.breathline.testkit.RequiresTool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Damaged files are refused with a typed exception: nothing else is thrown, nothing hangs, and no
 * length field makes the reader ask for memory that the file does not justify (the test's heap is 1
 * GiB, less than the length fields that are written here).
 */
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class FuzzTest {

  private static final int LARGEST_SEED_FILE = 300_000;

  private static List<byte[]> ourFiles() throws IOException {
    List<byte[]> files = new ArrayList<>();
    Dataset ct = SampleImages.ct(16, 16, 1);
    for (TransferSyntax syntax :
        List.of(
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN)) {
      files.add(DicomWriter.toBytes(ct, syntax));
    }
    return files;
  }

  @Test
  void ourDamagedFiles() throws IOException {
    List<byte[]> files = ourFiles();
    Property.holds(2000, 1, random -> readDamaged(files, random));
  }

  @Test
  @RequiresTool("python3:pydicom")
  void realDamagedFiles() throws IOException {
    List<byte[]> files = realFiles();
    Property.holds(800, 1, random -> readDamaged(files, random));
  }

  @Test
  @Tag("full")
  @Timeout(value = 1800, unit = TimeUnit.SECONDS)
  @RequiresTool("python3:pydicom")
  void manyRealDamagedFiles() throws IOException {
    List<byte[]> files = realFiles();
    Property.holds(200_000, 10_000, random -> readDamaged(files, random));
  }

  private static List<byte[]> realFiles() throws IOException {
    List<byte[]> files = new ArrayList<>();
    for (Path file : PydicomFiles.in("test_files", "charset_files")) {
      if (Files.size(file) <= LARGEST_SEED_FILE) {
        files.add(Files.readAllBytes(file));
      }
    }
    return files;
  }

  private static void readDamaged(List<byte[]> files, SplittableRandom random) {
    byte[] bytes = damage(files.get(random.nextInt(files.size())), random);
    try {
      DicomFile file = DicomReader.read(bytes, ReadOptions.ALL);
      touch(file.dataset());
      PixelFrames.of(file).read(0);
    } catch (IOException e) {
      // What a damaged file is answered with; anything else fails the test.
    }
  }

  private static void touch(Dataset dataset) {
    for (Element element : dataset) {
      dataset.strings(element.tag());
      dataset.items(element.tag()).forEach(FuzzTest::touch);
      try {
        dataset.decimals(element.tag());
        dataset.integers(element.tag());
      } catch (DicomException e) {
        // Text that is no number.
      }
    }
  }

  private static byte[] damage(byte[] original, SplittableRandom random) {
    byte[] bytes = original.clone();
    if (bytes.length == 0) {
      return bytes;
    }
    int changes = 1 + random.nextInt(6);
    // Headers are where it hurts: most changes go to the first kilobytes.
    int reach = random.nextInt(4) == 0 ? bytes.length : Math.min(bytes.length, 2048);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(reach);
      switch (random.nextInt(5)) {
        case 0 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
        case 1 -> bytes[at] = (byte) random.nextInt(256);
        case 2 -> fill(bytes, at, (byte) 0xFF);
        case 3 -> fill(bytes, at, (byte) 0);
        default -> {
          int from = random.nextInt(bytes.length);
          int count = Math.min(random.nextInt(64), bytes.length - Math.max(from, at));
          System.arraycopy(original, from, bytes, at, count);
        }
      }
    }
    return random.nextInt(3) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
  }

  private static void fill(byte[] bytes, int at, byte value) {
    for (int i = at; i < Math.min(at + 4, bytes.length); i++) {
      bytes[i] = value;
    }
  }

  @Test
  void lengthsPastTheEndAskForNoMemory() throws IOException {
    byte[] file =
        DicomWriter.toBytes(SampleImages.ct(4, 4, 1), TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
    // The length of the pixel data stands 4 bytes before the 32 bytes of pixels.
    int length = file.length - 32 - 4;
    for (int huge : new int[] {0x7FFFFFF0, 0x80000000, 0xFFFFFFFE}) {
      for (int i = 0; i < 4; i++) {
        file[length + i] = (byte) (huge >>> (8 * i));
      }
      assertThatThrownBy(() -> DicomReader.read(file, ReadOptions.ALL))
          .isInstanceOf(DicomException.class)
          .hasMessageContaining("PixelData")
          .hasMessageContaining("32 are left");
    }
  }

  @Test
  void sequencesNestedWithoutEndAreRefused() {
    byte[] file = new byte[200_000];
    for (int i = 0; i + 16 <= file.length; i += 16) {
      byte[] header = {8, 0, 0x40, 0x11, -1, -1, -1, -1, -2, -1, 0, -32, -1, -1, -1, -1};
      System.arraycopy(header, 0, file, i, 16);
    }
    // A bare data set begins with an element of group 8 and a length inside the file.
    byte[] first = {8, 0, 0x05, 0, 0, 0, 0, 0, 8, 0, 0x08, 0, 0, 0, 0, 0};
    System.arraycopy(first, 0, file, 0, 16);
    assertThatThrownBy(() -> DicomReader.read(file, ReadOptions.ALL))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("64 deep");
  }

  @Test
  void deflatedDataMayNotGrowWithoutBound() throws IOException {
    byte[] small =
        DicomWriter.toBytes(
            SampleImages.ct(4, 4, 1), TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
    int header = 132 + 12 + 8 + (small[140] & 0xFF) - 8;
    Deflater deflater = new Deflater(9, true);
    deflater.setInput(new byte[80 << 20]);
    deflater.finish();
    byte[] bomb = Arrays.copyOf(small, header + 200_000);
    deflater.deflate(bomb, header, 200_000);
    deflater.end();
    assertThatThrownBy(() -> DicomReader.read(bomb, ReadOptions.ALL.inflatingUpTo(16 << 20)))
        .isInstanceOf(DicomException.class)
        .hasMessageContaining("inflates to more than");
  }
}
