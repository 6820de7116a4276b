package org.breathline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.breathline.testkit.TestData;
import org.junit.jupiter.api.Test;

/** The hazard log names tests that exist, and says where there is none. */
final class HazardLogTest {

  private static final Pattern TEST_CLASS = Pattern.compile("`([A-Z]\\w*Test)`");
  private static final int COLUMNS = 5;

  @Test
  void everyTestNamedExists() throws IOException {
    Set<String> there = testClasses();
    List<String> named = new ArrayList<>();
    Matcher matcher = TEST_CLASS.matcher(page());
    while (matcher.find()) {
      named.add(matcher.group(1));
    }
    assertThat(named).isNotEmpty();
    assertThat(there).containsAll(named);
  }

  @Test
  void everyHazardHasATestOrSaysThatItHasNone() throws IOException {
    List<String> rows = page().lines().filter(line -> line.matches("\\| H\\d+ \\|.*")).toList();
    assertThat(rows).hasSizeGreaterThan(20).doesNotHaveDuplicates();
    for (String row : rows) {
      String[] cells = row.substring(1, row.length() - 1).split("\\|", -1);
      assertThat(cells).as(row).hasSize(COLUMNS);
      String tests = cells[COLUMNS - 1].strip();
      assertThat(TEST_CLASS.matcher(tests).find() || tests.startsWith("none"))
          .as("row %s names a test, or says \"none\" and why", cells[0].strip())
          .isTrue();
    }
  }

  private static String page() throws IOException {
    return Files.readString(TestData.projectRoot().resolve("docs").resolve("hazards.md"));
  }

  static Set<String> testClasses() throws IOException {
    try (Stream<Path> modules = Files.list(TestData.projectRoot())) {
      List<Path> sources =
          modules
              .map(module -> module.resolve(Path.of("src", "test", "java")))
              .filter(Files::isDirectory)
              .toList();
      List<Path> files = new ArrayList<>();
      for (Path source : sources) {
        try (Stream<Path> walk = Files.walk(source)) {
          walk.filter(Files::isRegularFile).forEach(files::add);
        }
      }
      return files.stream()
          .map(file -> String.valueOf(file.getFileName()))
          .filter(name -> name.endsWith("Test.java"))
          .map(name -> name.substring(0, name.length() - ".java".length()))
          .collect(Collectors.toSet());
    }
  }
}
