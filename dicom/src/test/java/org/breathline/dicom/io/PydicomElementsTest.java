package org.breathline.dicom.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.breathline.dicom.PydicomFiles;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.TestData;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every element of pydicom's test files, and of the shared data where they are, is read as pydicom
 * reads it.
 */
@RequiresTool("python3:pydicom")
class PydicomElementsTest {

  /** Files whose lengths reach past their end; pydicom reads them as far as they go. */
  private static final Set<String> TRUNCATED =
      Set.of("MR_truncated.dcm", "rtplan_truncated.dcm", "DICOMDIR-nooffset");

  private record Dump(String status, List<String> lines) {}

  @Test
  void sameElementsAsPydicom(@TempDir Path folder) throws IOException {
    List<Path> files = files();
    Map<Path, Dump> dumps = dump(files, folder);
    List<String> differences = new ArrayList<>();
    int compared = 0;
    int elements = 0;
    for (Path file : files) {
      Dump dump = dumps.getOrDefault(file, new Dump("not dumped", List.of()));
      Optional<List<String>> ours = read(file, dump.status(), differences);
      if (ours.isPresent()) {
        compared++;
        elements += ours.get().size();
        compare(file, ours.get(), dump.lines(), differences);
      }
    }
    assertThat(differences).isEmpty();
    ValidationRecord.write(
        "dicom", "files whose elements equal pydicom's", compared, "all that both read", "0", "");
    ValidationRecord.write(
        "dicom", "elements equal to pydicom's", elements, "all that both read", "0", "");
  }

  private static Optional<List<String>> read(Path file, String status, List<String> differences) {
    try {
      return Optional.of(ElementLines.of(DicomReader.read(file).dataset()));
    } catch (IOException e) {
      if (status.equals("read") && !TRUNCATED.contains(file.getFileName().toString())) {
        differences.add(file.getFileName() + " refused: " + e.getMessage());
      }
      return Optional.empty();
    }
  }

  private static void compare(
      Path file, List<String> ours, List<String> theirs, List<String> differences) {
    List<String> onlyOurs = new ArrayList<>(ours);
    onlyOurs.removeAll(theirs);
    List<String> onlyTheirs = new ArrayList<>(theirs);
    onlyTheirs.removeAll(ours);
    onlyOurs.forEach(line -> differences.add(file.getFileName() + " ours    " + line));
    onlyTheirs.forEach(line -> differences.add(file.getFileName() + " pydicom " + line));
  }

  private static List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>(PydicomFiles.in("test_files", "charset_files", "palettes"));
    for (String folder : List.of("4dct/popi-light/00", "4dct/popi-light/50", "ct-rtstruct/dicom")) {
      Optional<Path> shared = TestData.find(folder);
      if (shared.isPresent()) {
        files.addAll(PydicomFiles.allIn(shared.get()));
      }
    }
    return files;
  }

  private static Map<Path, Dump> dump(List<Path> files, Path folder) throws IOException {
    Path names = folder.resolve("names");
    Path output = folder.resolve("dump");
    Files.write(names, files.stream().map(Path::toString).toList());
    PydicomFiles.run(
        PydicomElementsTest.class, "pydicom_dump.py", List.of(names.toString(), output.toString()));
    Map<Path, Dump> dumps = new LinkedHashMap<>();
    Dump current = new Dump("", new ArrayList<>());
    for (String line : Files.readAllLines(output)) {
      if (line.startsWith("FILE ")) {
        String[] parts = line.substring(5).split("\t", 2);
        current = new Dump(parts[1], new ArrayList<>());
        dumps.put(Path.of(parts[0]), current);
      } else {
        current.lines().add(line.stripTrailing());
      }
    }
    return dumps;
  }
}
