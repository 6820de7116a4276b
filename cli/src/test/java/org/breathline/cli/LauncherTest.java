package org.breathline.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.TestData;
import org.breathline.testkit.Tool;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The launcher: a shell script, run as a user's shell would. */
@RequiresTool("bash")
final class LauncherTest {

  @TempDir Path folder;

  private static String launcher() {
    return TestData.projectRoot().resolve("breathline").toString();
  }

  @Test
  void saysHowToGetAJdk() {
    Tool.Result run =
        Tool.run(
            List.of(
                "env",
                "-i",
                "PATH=" + System.getenv("PATH"),
                "BREATHLINE_JAVA_HOME=" + folder,
                "bash",
                launcher(),
                "--version"),
            30);
    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.output())
        .contains("BREATHLINE_JAVA_HOME", folder.toString(), "no JDK 25.0.3 or newer")
        .contains("Install one", "openjdk-25-jdk");
  }

  @Test
  @RequiresTool("shellcheck")
  void theShellScriptsAreSound() throws IOException {
    List<String> command = new ArrayList<>(List.of("shellcheck", launcher()));
    for (String folderOfScripts : List.of(".ci", "examples")) {
      try (Stream<Path> files = Files.list(TestData.projectRoot().resolve(folderOfScripts))) {
        files
            .filter(Files::isRegularFile)
            .filter(LauncherTest::isShellScript)
            .sorted()
            .forEach(file -> command.add(file.toString()));
      }
    }
    assertThat(command).hasSizeGreaterThan(4);
    Tool.Result run = Tool.run(command, 120);
    assertThat(run.output()).isEmpty();
    assertThat(run.exitCode()).isZero();
  }

  @Test
  @Tag("full")
  void aCacheOfAnotherBuildDoesNotSpoilStandardOutput() throws Exception {
    Path home = installed();
    Path scan = folder.resolve("scan");
    TinyScan.writeScan(scan);
    List<String> java = List.of(jdk().resolve("bin/java").toString());
    List<String> makeCache = new ArrayList<>(java);
    makeCache.addAll(
        List.of(
            "-XX:AOTCacheOutput=" + home.resolve("cli/target/plain.aot"),
            "-XX:+UseG1GC",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            classPath(home),
            "org.breathline.cli.Breathline",
            "--help"));
    assertThat(Tool.run(makeCache, 120).exitCode()).isZero();
    for (Instant changed : List.of(Instant.EPOCH, Instant.now())) {
      if (!changed.equals(Instant.EPOCH)) {
        Files.setLastModifiedTime(
            home.resolve("cli/target/breathline.jar"), FileTime.from(changed.plusSeconds(5)));
      }
      Path json = folder.resolve("info.json");
      Process run = start(home, json, folder.resolve("err.txt"), "info", scan.toString(), "--json");
      assertThat(run.waitFor(120, TimeUnit.SECONDS)).isTrue();
      assertThat(run.exitValue()).isZero();
      assertThat(
              new ObjectMapper()
                  .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                  .readTree(json.toFile())
                  .get("kind")
                  .asText())
          .isEqualToIgnoringCase("unsorted_scan");
    }
  }

  @Test
  @Tag("full")
  @RequiresTool("kill")
  void interruptingLeavesNothingBehind() throws Exception {
    assumeThat(interruptsAreIgnored())
        .as("started in the background with SIGINT ignored, which every child inherits")
        .isFalse();
    Path home = installed();
    Path results = Files.createDirectory(folder.resolve("results"));
    Path err = folder.resolve("err.txt");
    Process run =
        start(home, folder.resolve("out.txt"), err, "phantom", "--out", results + "/deep/phantom");
    try {
      for (int i = 0; i < 600 && TinyScan.listing(results).size() < 10 && run.isAlive(); i++) {
        Thread.sleep(100);
      }
      assertThat(run.isAlive()).as("still at work; standard error: %s", err).isTrue();
      Tool.run(List.of("kill", "-INT", Long.toString(run.pid())), 10);
      assertThat(run.waitFor(60, TimeUnit.SECONDS)).isTrue();
    } finally {
      run.destroyForcibly();
    }
    assertThat(run.exitValue()).isEqualTo(130);
    assertThat(Files.readString(err)).contains("cancelled; nothing was left half-written.");
    assertThat(TinyScan.listing(results)).containsExactly("");
  }

  /** Whether SIGINT, signal 2, is in this process's mask of ignored ones: proc(5), where it is. */
  private static boolean interruptsAreIgnored() throws IOException {
    Path status = Path.of("/proc/self/status");
    for (String line : Files.exists(status) ? Files.readAllLines(status) : List.<String>of()) {
      if (line.startsWith("SigIgn:")) {
        return (Long.parseUnsignedLong(line.substring("SigIgn:".length()).strip(), 16) & 2) != 0;
      }
    }
    return false;
  }

  /** The launcher and what it builds, in a folder of its own, without the sources. */
  private Path installed() throws IOException {
    Path home = Files.createDirectory(folder.resolve("home"));
    Path built = Files.createDirectories(home.resolve("cli/target"));
    Path jars = Files.createDirectory(built.resolve("lib"));
    Files.copy(Path.of(launcher()), home.resolve("breathline"));
    int number = 0;
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      Path jar = jars.resolve("%03d.jar".formatted(number++));
      if (path.endsWith(Path.of("cli", "target", "classes"))) {
        jar = built.resolve("breathline.jar");
      }
      if (Files.isDirectory(path)) {
        jar(path, jar);
      } else if (Files.isRegularFile(path)) {
        Files.copy(path, jar);
      }
    }
    assumeThat(built.resolve("breathline.jar")).exists();
    Files.writeString(built.resolve("launcher.stamp"), jdk().toString());
    return home;
  }

  private static void jar(Path classes, Path jar) {
    int exitCode =
        ToolProvider.findFirst("jar")
            .orElseThrow()
            .run(
                System.out,
                System.err,
                "--create",
                "--file",
                jar.toString(),
                "-C",
                classes.toString(),
                ".");
    assertThat(exitCode).isZero();
  }

  private static String classPath(Path home) throws IOException {
    try (Stream<Path> jars = Files.list(home.resolve("cli/target/lib"))) {
      List<String> all = new ArrayList<>();
      all.add(home.resolve("cli/target/breathline.jar").toString());
      jars.map(Path::toString).sorted().forEach(all::add);
      return String.join(":", all);
    }
  }

  private static Process start(Path home, Path out, Path err, String... arguments)
      throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", home.resolve("breathline").toString()));
    command.addAll(List.of(arguments));
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectOutput(out.toFile()).redirectError(err.toFile());
    builder.environment().put("BREATHLINE_JAVA_HOME", jdk().toString());
    return builder.start();
  }

  private static Path jdk() {
    return Path.of(System.getProperty("java.home"));
  }

  private static boolean isShellScript(Path file) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines.findFirst().orElse("").matches("#!.*\\b(ba)?sh");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
