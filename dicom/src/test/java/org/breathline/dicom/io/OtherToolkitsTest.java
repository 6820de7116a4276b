package org.breathline.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.breathline.dicom.PydicomFiles;
import org.breathline.dicom.SampleImages;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.TransferSyntax;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.Tool;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is written here is understood elsewhere, and what others make of it is read again. */
class OtherToolkitsTest {

  @TempDir private Path folder;

  @Test
  @RequiresTool("dciodvfy")
  void dciodvfyFindsNoErrorInOurCt() throws IOException {
    Path file = folder.resolve("ct.dcm");
    Dataset ct = SampleImages.ct(32, 32, 1);
    ct.remove(Tag.ANATOMIC_REGION_SEQUENCE);
    DicomWriter.write(file, ct);
    Tool.Result result = Tool.run(List.of("dciodvfy", file.toString()), 60);
    assertThat(result.output().lines().filter(line -> line.contains("Error"))).isEmpty();
    assertThat(result.output()).contains("CTImage");
  }

  @ParameterizedTest
  @CsvSource({
    "+te, EXPLICIT_VR_LITTLE_ENDIAN",
    "+ti, IMPLICIT_VR_LITTLE_ENDIAN",
    "+tb, EXPLICIT_VR_BIG_ENDIAN",
    "+td, DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN",
    "+te -e, EXPLICIT_VR_LITTLE_ENDIAN"
  })
  @RequiresTool("dcmconv")
  void dcmtkConvertsOurFilesWithoutLoss(String options, TransferSyntax expected)
      throws IOException {
    for (long seed = 1; seed <= 5; seed++) {
      Dataset dataset = RandomDatasets.next(seed);
      Path ours = folder.resolve("ours.dcm");
      Path theirs = folder.resolve("theirs.dcm");
      DicomWriter.write(ours, dataset);
      List<String> command = new ArrayList<>(List.of("dcmconv"));
      command.addAll(List.of(options.split(" ", -1)));
      command.addAll(List.of(ours.toString(), theirs.toString()));
      Tool.Result result = Tool.run(command, 60);
      assertThat(result.exitCode()).as(result.output()).isZero();
      DicomFile read = DicomReader.read(theirs);
      assertThat(read.transferSyntax()).isEqualTo(expected);
      assertThat(ElementLines.of(read.dataset())).isEqualTo(ElementLines.of(dataset));
    }
  }

  @Test
  @RequiresTool("python3:pydicom")
  void pydicomReadsOurFiles() throws IOException {
    List<TransferSyntax> syntaxes =
        List.of(
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
    StringBuilder names = new StringBuilder();
    StringBuilder expected = new StringBuilder();
    for (int i = 0; i < 30; i++) {
      Dataset dataset = RandomDatasets.next(100 + i);
      Path file = folder.resolve(i + ".dcm");
      DicomWriter.write(file, dataset, syntaxes.get(i % 3));
      names.append(file).append('\n');
      expected.append("FILE ").append(file).append("\tread\n");
      ElementLines.of(dataset).forEach(line -> expected.append(line).append('\n'));
    }
    Path list = folder.resolve("names");
    Path output = folder.resolve("dump");
    Files.writeString(list, names.toString());
    PydicomFiles.run(
        OtherToolkitsTest.class, "pydicom_dump.py", List.of(list.toString(), output.toString()));
    assertThat(Files.readAllLines(output).stream().map(String::stripTrailing))
        .filteredOn(Predicate.not(String::isEmpty))
        .isEqualTo(expected.toString().lines().toList());
  }
}
