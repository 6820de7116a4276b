package org.breathline.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.breathline.dicom.PydicomFiles;
import org.breathline.dicom.data.TransferSyntax;
import org.breathline.dicom.io.DicomFile;
import org.breathline.dicom.io.DicomReader;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pixels of pydicom's test files are the ones that pydicom, gdcm and pillow decode. */
@RequiresTool({"python3:pydicom", "python3:gdcm"})
class PydicomPixelsTest {

  private static final List<String> HANDLERS = List.of("numpy", "gdcm", "pillow", "rle");

  /** The irreversible wavelet is rounded differently: one step of the least significant byte. */
  private static final int LOSSY_TOLERANCE = 1;

  /** Files whose pixels are refused or differ here, and why. */
  private static final Map<String, String> EXCEPTIONS =
      Map.of(
          "JPEG-lossy.dcm", "JPEG of 12 bits with loss: no decoder, refused",
          "JPGExtended.dcm", "JPEG of 12 bits with loss: no decoder, refused",
          "JPEG2000-embedded-sequence-delimiter.dcm",
              "the codestream says that it goes beyond part 1: refused",
          "GDCMJ2K_TextGBR.dcm", "a colour transform that the decoders disagree on",
          "SC_ybr_full_422_uncompressed.dcm", "native subsampled colours: refused");

  @Test
  void samePixels(@TempDir Path folder) throws IOException {
    List<Path> files = PydicomFiles.in("test_files");
    Path names = folder.resolve("names");
    Files.write(names, files.stream().map(Path::toString).toList());
    List<String> arguments = new ArrayList<>(List.of(names.toString(), folder.toString()));
    arguments.addAll(HANDLERS);
    PydicomFiles.run(PydicomPixelsTest.class, "pydicom_pixels.py", arguments);
    List<String> differences = new ArrayList<>();
    int compared = 0;
    for (int i = 0; i < files.size(); i++) {
      for (String handler : HANDLERS) {
        Path theirs = folder.resolve(i + "." + handler);
        if (Files.exists(theirs)) {
          compared += compare(files.get(i), handler, Files.readAllBytes(theirs), differences);
        }
      }
    }
    differences.removeIf(line -> EXCEPTIONS.containsKey(line.split(" ", 2)[0]));
    assertThat(differences).isEmpty();
    ValidationRecord.write(
        "dicom", "images equal to pydicom's, by decoder", compared, "all that it decodes", "0", "");
  }

  private static int compare(Path file, String handler, byte[] theirs, List<String> differences) {
    String name = file.getFileName() + " " + handler;
    try {
      DicomFile read = DicomReader.read(file);
      byte[] ours = pixels(read);
      if (ours.length != theirs.length) {
        differences.add(name + ": " + ours.length + " bytes, not " + theirs.length);
        return 0;
      }
      PixelFormat format = PixelFormat.of(read.dataset());
      int tolerance = read.transferSyntax() == TransferSyntax.JPEG_2000 ? LOSSY_TOLERANCE : 0;
      int most = 0;
      int count = 0;
      for (int i = 0; i < ours.length; i++) {
        int mask = mask(format, i);
        int difference = Math.abs((ours[i] & mask) - (theirs[i] & mask));
        most = Math.max(most, difference);
        count += difference == 0 ? 0 : 1;
      }
      if (most > tolerance) {
        differences.add(name + ": " + count + " of " + ours.length + " differ, at most " + most);
      }
      return 1;
    } catch (IOException e) {
      differences.add(name + ": " + e.getMessage());
      return 0;
    }
  }

  /** The stored bits in a byte of a frame; what is beside them is anybody's. */
  private static int mask(PixelFormat format, int index) {
    if (format.bitsAllocated() != 16) {
      return 0xFF;
    }
    int stored = ((1 << format.bitsStored()) - 1) << (format.highBit() + 1 - format.bitsStored());
    return (stored >>> (index % 2 * 8)) & 0xFF;
  }

  private static byte[] pixels(DicomFile file) throws IOException {
    PixelFrames frames = PixelFrames.of(file);
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (int i = 0; i < frames.count(); i++) {
      byte[] frame = frames.read(i);
      if (frames.format().bitsAllocated() == 1) {
        for (int bit = 0; bit < frames.format().pixels(); bit++) {
          all.write(frame[bit / 8] >> (bit % 8) & 1);
        }
      } else {
        all.writeBytes(frame);
      }
    }
    return all.toByteArray();
  }
}
