package org.breathline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;

/**
 * What a command line did, run inside the test's own process.
 *
 * @param exitCode what the program would exit with
 * @param out standard output
 * @param err standard error: progress, and what went wrong
 */
record CommandRun(int exitCode, String out, String err) {

  static CommandRun of(Object... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exitCode =
        Breathline.commandLine()
            .setOut(new PrintWriter(out))
            .setErr(new PrintWriter(err))
            .execute(List.of(arguments).stream().map(String::valueOf).toArray(String[]::new));
    return new CommandRun(exitCode, out.toString(), err.toString());
  }

  /** The lines that say what went wrong. */
  List<String> complaints() {
    return err.lines().filter(line -> line.startsWith("breathline: ")).toList();
  }

  /** Asserts that it did its work and says nothing of whom the images show. */
  CommandRun succeeded() {
    assertThat(exitCode).as("exit code; standard error was: %s", err).isZero();
    assertThat(complaints()).isEmpty();
    saysNothingItMustNot();
    return this;
  }

  /** Asserts that it ended with an exit code and one sentence that holds the words. */
  void failed(int code, String... words) {
    assertThat(exitCode).as("exit code; standard error was: %s", err).isEqualTo(code);
    assertThat(out).as("standard output").isEmpty();
    assertThat(complaints()).as("complaints").singleElement().asString().contains(words);
    saysNothingItMustNot();
  }

  /** No stack trace, no patient. */
  void saysNothingItMustNot() {
    assertThat(out + err)
        .doesNotContain("\tat ")
        .doesNotContain("Exception")
        .doesNotContain(TinyScan.SECRETS);
  }

  /** The last line of standard output. */
  String lastLine() {
    return out.lines().toList().getLast();
  }
}
