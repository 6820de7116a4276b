package org.breathline.dicom;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.breathline.testkit.Tool;

/** Finds the test files that come with pydicom, for tests that require it. */
public final class PydicomFiles {

  private PydicomFiles() {}

  /** All files of some folders of pydicom's data, such as {@code test_files}, sorted. */
  public static List<Path> in(String... folders) throws IOException {
    String where =
        Tool.python("import pydicom.data; print(pydicom.data.__path__[0])", List.of(), 60)
            .output()
            .strip();
    List<Path> files = new ArrayList<>();
    for (String folder : folders) {
      files.addAll(allIn(Path.of(where, folder)));
    }
    return files;
  }

  /** All files of a folder and the folders in it, sorted. */
  public static List<Path> allIn(Path folder) throws IOException {
    try (Stream<Path> walk = Files.walk(folder)) {
      return walk.filter(Files::isRegularFile).sorted().toList();
    }
  }

  /** Runs a Python script that stands beside a test class, and gives what it printed. */
  public static String run(Class<?> test, String script, List<String> arguments)
      throws IOException {
    try (InputStream stream = test.getResourceAsStream(script)) {
      if (stream == null) {
        throw new IOException("no resource " + script);
      }
      String text = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
      Tool.Result result = Tool.python(text, arguments, 300);
      if (result.exitCode() != 0) {
        throw new IOException(script + " failed: " + result.output());
      }
      return result.output();
    }
  }
}
