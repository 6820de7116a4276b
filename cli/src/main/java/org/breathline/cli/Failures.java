package org.breathline.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.breathline.study.InputException;
import org.breathline.study.RefusalException;
import org.breathline.study.UsageException;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.ParseResult;

/** Says in one sentence what went wrong; a stack trace only for a fault of the program's own. */
final class Failures implements IExecutionExceptionHandler {

  @Override
  public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
    PrintWriter err = command.getErr();
    Throwable cause =
        e instanceof UncheckedIOException wrapped && wrapped.getCause() != null
            ? wrapped.getCause()
            : e;
    int code = exitCode(cause);
    if (code == ExitCode.FAULT) {
      err.println("breathline: a fault of the program; please report it with these lines:");
      cause.printStackTrace(err);
    } else {
      err.println("breathline: " + sentence(cause, resultFolder(command)));
    }
    err.flush();
    return code;
  }

  private static int exitCode(Throwable cause) {
    return switch (cause) {
      case UsageException _ -> ExitCode.USAGE;
      case InputException _, IOException _ -> ExitCode.BAD_INPUT;
      case RefusalException _ -> ExitCode.REFUSED;
      case CancellationException _ -> ExitCode.CANCELLED;
      default -> ExitCode.FAULT;
    };
  }

  /** Where the results were to go, if the verb writes any. */
  private static Optional<Path> resultFolder(CommandLine command) {
    ParseResult parsed = command.getParseResult();
    return parsed.hasMatchedOption("--out")
        ? Optional.of(parsed.matchedOptionValue("--out", Path.of("")))
        : Optional.empty();
  }

  private static String sentence(Throwable cause, Optional<Path> results) {
    return switch (cause) {
      case CancellationException _ -> "cancelled; nothing was left half-written.";
      case NoSuchFileException missing -> missing.getFile() + " is not there.";
      case AccessDeniedException denied -> denied.getFile() + " may not be opened.";
      case FileSystemException system when system.getReason() != null ->
          system.getFile() + ": " + system.getReason() + ".";
      default -> {
        String message = cause.getMessage();
        if (message == null) {
          yield cause.getClass().getSimpleName();
        }
        // The system's own words, such as "No space left on device", name no file.
        yield cause.getClass() == IOException.class && results.isPresent() && !message.endsWith(".")
            ? message + ", while making " + results.get() + "; nothing was left half-written."
            : message;
      }
    };
  }
}
