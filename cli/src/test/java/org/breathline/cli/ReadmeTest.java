package org.breathline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breathline.testkit.TestData;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** The front page says what is there: its verbs, options, links, tests and examples exist. */
final class ReadmeTest {

  private static final Pattern COMMAND = Pattern.compile("(?m)^(?:\\$ |    )\\./breathline (.+)$");
  private static final Pattern LINK = Pattern.compile("]\\(([^)#:]+)\\)");
  private static final Pattern TEST_CLASS = Pattern.compile("`([A-Z]\\w*Test)`");

  @Test
  void itsCommandsAreUnderstood() throws IOException {
    List<String> commands = found(COMMAND, page("README.md"));
    assertThat(commands).hasSizeGreaterThan(4);
    for (String command : commands) {
      CommandLine.ParseResult parsed =
          Breathline.commandLine().parseArgs(command.strip().split(" +", -1));
      assertThat(parsed.subcommand()).as(command).isNotNull();
    }
  }

  @Test
  void itHasAChapterForEveryVerb() throws IOException {
    String page = page("README.md");
    for (String verb : new TreeSet<>(Breathline.commandLine().getSubcommands().keySet())) {
      assertThat(page).contains("### `" + verb + "`");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "README.md",
        "ARCHITECTURE.md",
        "CONTRIBUTING.md",
        "examples/README.md",
        "docs/validation/README.md"
      })
  void linksLeadSomewhere(String page) throws IOException {
    Path folder = TestData.projectRoot().resolve(page).resolveSibling("");
    for (String link : found(LINK, page(page))) {
      assertThat(folder.resolve(link)).as("%s of %s", link, page).exists();
    }
  }

  @Test
  void theTestsThatItNamesExist() throws IOException {
    List<String> named = found(TEST_CLASS, page("README.md"));
    assertThat(named).isNotEmpty();
    assertThat(HazardLogTest.testClasses()).containsAll(named);
  }

  @Test
  void everyExampleIsListedAndMayBeRun() throws IOException {
    Path folder = TestData.projectRoot().resolve("examples");
    String page = page("examples/README.md");
    try (var files = Files.list(folder)) {
      List<Path> scripts = files.filter(f -> f.toString().endsWith(".sh")).toList();
      assertThat(scripts).isNotEmpty();
      for (Path script : scripts) {
        assertThat(page).contains("`" + script.getFileName() + "`");
        assertThat(Files.isExecutable(script)).as("%s", script).isTrue();
      }
    }
  }

  private static List<String> found(Pattern pattern, String text) {
    List<String> found = new ArrayList<>();
    Matcher matcher = pattern.matcher(text);
    while (matcher.find()) {
      found.add(matcher.group(1));
    }
    return found;
  }

  private static String page(String name) throws IOException {
    return Files.readString(TestData.projectRoot().resolve(name));
  }
}
