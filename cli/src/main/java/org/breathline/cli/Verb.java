package org.breathline.cli;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.breathline.study.output.Json;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * A verb: runs a use case with progress, then prints its result as words, ending in the path of the
 * main result, or as JSON alone.
 */
@Command(mixinStandardHelpOptions = true)
abstract class Verb implements Callable<Integer> {

  /**
   * What a use case gave.
   *
   * @param json printed with {@code --json}
   * @param words printed otherwise, without the last line
   * @param mainResult the last line; absent where the answer is the result
   * @param exitCode 0, or 4 where a quality gate refused but there is something to show
   */
  record Outcome(Object json, String words, @Nullable Path mainResult, int exitCode) {

    /** An answer without a file. */
    static Outcome answer(Object json, String words) {
      return new Outcome(json, words, null, 0);
    }

    Outcome(Object json, String words, Path mainResult) {
      this(json, words, mainResult, 0);
    }
  }

  @Option(names = "--json", description = "Print the result as JSON, for machines.")
  private boolean json;

  @Spec private CommandSpec spec;

  /** Runs the use case. */
  abstract Outcome run(Terminal progress) throws Exception;

  @Override
  public final Integer call() throws Exception {
    Outcome outcome;
    try (Terminal progress = Terminal.on(spec.commandLine().getErr())) {
      outcome = run(progress);
    }
    PrintWriter out = spec.commandLine().getOut();
    if (json) {
      out.println(Json.text(outcome.json()));
    } else {
      if (!outcome.words().isEmpty()) {
        out.println(outcome.words());
      }
      if (outcome.mainResult() != null) {
        out.println(outcome.mainResult());
      }
    }
    out.flush();
    return outcome.exitCode();
  }
}
