package org.breathline.testkit;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

/** Runs programs that tests compare with (dcmtk, pydicom, plastimatch, ...). */
public final class Tool {

  /** The system's Python, for which Debian's packages install their modules. */
  public static final String PYTHON =
      Files.isExecutable(Path.of("/usr/bin/python3")) ? "/usr/bin/python3" : "python3";

  private static final Map<String, Boolean> INSTALLED = new ConcurrentHashMap<>();

  /**
   * What a program printed.
   *
   * @param exitCode its exit code
   * @param output standard output and standard error together
   */
  public record Result(int exitCode, String output) {}

  private Tool() {}

  /** Whether a program (or {@code "python3:module"}) is here. */
  public static boolean isInstalled(String name) {
    return INSTALLED.computeIfAbsent(name, Tool::look);
  }

  private static boolean look(String name) {
    if (name.startsWith("python3:")) {
      String module = name.substring("python3:".length());
      return new File(PYTHON).canExecute()
          && run(List.of(PYTHON, "-c", "import " + module), 60).exitCode() == 0;
    }
    for (String folder : System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1)) {
      if (new File(folder, name).canExecute()) {
        return true;
      }
    }
    return false;
  }

  /**
   * Runs a command to its end.
   *
   * @throws IllegalStateException if it does not end in time
   */
  public static Result run(List<String> command, int timeoutS) {
    try {
      Path output = Files.createTempFile("breathline-tool", ".txt");
      try {
        Process process =
            new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        if (!process.waitFor(timeoutS, TimeUnit.SECONDS)) {
          process.destroyForcibly();
          throw new IllegalStateException(
              command.getFirst() + " did not end in " + timeoutS + " s");
        }
        return new Result(
            process.exitValue(), new String(Files.readAllBytes(output), StandardCharsets.UTF_8));
      } finally {
        Files.deleteIfExists(output);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for " + command.getFirst(), e);
    }
  }

  /** Runs a Python script given as text, with arguments, on the system's Python. */
  public static Result python(String script, List<String> arguments, int timeoutS) {
    List<String> command = new ArrayList<>(List.of(PYTHON, "-c", script));
    command.addAll(arguments);
    return run(command, timeoutS);
  }
}
