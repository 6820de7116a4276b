package org.breathline.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.breathline.dicom.SampleImages;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.TransferSyntax;
import org.breathline.dicom.io.DicomFile;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.Tool;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What every codec owes: it decodes what other toolkits encode, and refuses what is cut off. */
class PixelCodecContractTest {

  @TempDir private Path folder;

  private static Stream<Arguments> encoders() {
    List<Arguments> cases = new ArrayList<>();
    List<String> lossless =
        List.of(
            "dcmcrle",
            "dcmcjpls",
            "dcmcjpeg +e1",
            "dcmcjpeg +el +sv 4",
            "dcmcjpeg +el +sv 7",
            "gdcmconv --j2k",
            "gdcmconv --jpegls");
    for (String encoder : lossless) {
      cases.add(Arguments.of(encoder, "grey 8", 0));
      cases.add(Arguments.of(encoder, "grey 12", 0));
      cases.add(Arguments.of(encoder, "grey 16", 0));
      cases.add(Arguments.of(encoder, "signed 16", 0));
    }
    for (String image : List.of("grey 8", "grey 12", "grey 16")) {
      cases.add(Arguments.of("dcmcjpls +en +md 3", image, 3));
    }
    for (String interleave : List.of("+il", "+is", "+in")) {
      cases.add(Arguments.of("dcmcjpls " + interleave, "colour", 0));
    }
    cases.add(Arguments.of("dcmcjpls +en +md 2 +is", "colour", 2));
    cases.add(Arguments.of("dcmcrle", "colour", 0));
    return cases.stream();
  }

  private static Dataset image(String name) {
    return switch (name) {
      case "grey 8" -> SampleImages.grey(61, 83, 8, 8, false, 1);
      case "grey 12" -> SampleImages.grey(61, 83, 16, 12, false, 2);
      case "grey 16" -> SampleImages.grey(61, 83, 16, 16, false, 3);
      case "signed 16" -> SampleImages.ct(61, 83, 4);
      default -> SampleImages.colour(61, 83, 5);
    };
  }

  private DicomFile encoded(String encoder, String name) throws IOException {
    Path source = folder.resolve("source.dcm");
    Path target = folder.resolve("encoded.dcm");
    DicomWriter.write(source, image(name));
    List<String> command = new ArrayList<>(Arrays.asList(encoder.split(" ", -1)));
    command.add(source.toString());
    command.add(target.toString());
    Tool.Result result = Tool.run(command, 60);
    assertThat(result.exitCode()).as(result.output()).isZero();
    DicomFile file = DicomReader.read(target);
    assertThat(file.transferSyntax().isEncapsulated()).isTrue();
    return file;
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("encoders")
  @RequiresTool({"dcmcrle", "dcmcjpls", "dcmcjpeg", "gdcmconv"})
  void decodesWhatOthersEncode(String encoder, String name, int tolerance) throws IOException {
    byte[] pixels = image(name).bulk(Tag.PIXEL_DATA).orElseThrow().readAll();
    PixelFrames frames = PixelFrames.of(encoded(encoder, name));
    byte[] decoded = frames.read(0);
    if (tolerance == 0) {
      assertThat(decoded).isEqualTo(pixels);
      return;
    }
    int bytes = frames.format().bitsAllocated() / 8;
    for (int i = 0; i < pixels.length; i += bytes) {
      assertThat(sample(decoded, i, bytes))
          .isBetween(sample(pixels, i, bytes) - tolerance, sample(pixels, i, bytes) + tolerance);
    }
  }

  private static int sample(byte[] bytes, int at, int count) {
    return count == 1 ? bytes[at] & 0xFF : (bytes[at] & 0xFF) | ((bytes[at + 1] & 0xFF) << 8);
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("encoders")
  @RequiresTool({"dcmcrle", "dcmcjpls", "dcmcjpeg", "gdcmconv"})
  void refusesFramesOfAnotherSize(String encoder, String name, int tolerance) throws IOException {
    DicomFile file = encoded(encoder, name);
    file.dataset().setInteger(Tag.ROWS, 600);
    assertThatThrownBy(() -> PixelFrames.of(file).read(0)).isInstanceOf(DicomException.class);
  }

  @ParameterizedTest
  @MethodSource("syntaxes")
  void refusesBytesThatAreNoImage(TransferSyntax syntax) {
    PixelCodec codec = PixelCodecs.find(syntax).orElseThrow();
    PixelFormat format = new PixelFormat(4, 4, 1, 16, 16, 15, false);
    for (byte[] bytes : List.of(new byte[0], new byte[] {1, 2, 3}, new byte[500])) {
      assertThatThrownBy(() -> codec.decode(bytes, format)).isInstanceOf(CodecException.class);
    }
  }

  private static Stream<TransferSyntax> syntaxes() {
    return Arrays.stream(TransferSyntax.values())
        .filter(TransferSyntax::isEncapsulated)
        .filter(syntax -> syntax != TransferSyntax.ENCAPSULATED_UNCOMPRESSED);
  }
}
