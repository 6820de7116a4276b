package org.breathline.cli;

import java.io.Console;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.concurrent.CancellationException;
import org.breathline.core.progress.Progress;

/**
 * Progress on standard error: a bar where a person watches, a line a stage where a log is kept.
 * Interrupting the program (Ctrl-C) cancels the work at its next report, and waits until it has
 * cleaned up.
 */
final class Terminal implements Progress, AutoCloseable {

  private static final int BAR = 30;
  private static final long REDRAW_NS = 80_000_000L;
  private static final long CLEAN_UP_MS = 10_000;

  private final PrintWriter err;
  private final boolean watched;
  private final Thread whenInterrupted = new Thread(this::cancelAndWait, "cancel");
  private final Thread worker = Thread.currentThread();
  private volatile boolean cancelled;
  private String stage = "";
  private long lastDraw;

  Terminal(PrintWriter err, boolean watched) {
    this.err = err;
    this.watched = watched;
    Runtime.getRuntime().addShutdownHook(whenInterrupted);
  }

  /** Writes to standard error: for a person if one sits at the terminal, else for a log. */
  @SuppressWarnings("SystemConsoleNull") // JDK 25 answers null again where there is no terminal
  static Terminal on(PrintWriter err) {
    Console console = System.console();
    return new Terminal(err, console != null && console.isTerminal());
  }

  @Override
  public synchronized void report(String newStage, long done, long total) {
    if (cancelled) {
      throw new CancellationException();
    }
    if (!watched) {
      if (!newStage.equals(stage)) {
        err.println(newStage + " ...");
        err.flush();
        stage = newStage;
      }
      return;
    }
    long now = System.nanoTime();
    if (newStage.equals(stage) && done < total && now - lastDraw < REDRAW_NS) {
      return;
    }
    if (!newStage.equals(stage) && !stage.isEmpty()) {
      err.println();
    }
    stage = newStage;
    lastDraw = now;
    double share = total <= 0 ? 1 : Math.clamp((double) done / total, 0.0, 1.0);
    int filled = (int) Math.round(share * BAR);
    err.printf(
        Locale.ROOT,
        "\r%-34s [%s%s] %3d %%",
        newStage,
        "=".repeat(filled),
        " ".repeat(BAR - filled),
        Math.round(100 * share));
    err.flush();
  }

  /** Whether the program is being interrupted: removing any hook is then an error. */
  static boolean isProgramEnding() {
    try {
      Runtime.getRuntime().removeShutdownHook(Thread.currentThread());
      return false;
    } catch (IllegalStateException e) {
      return true;
    }
  }

  private void cancelAndWait() {
    cancelled = true;
    try {
      worker.join(CLEAN_UP_MS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    if (watched && !stage.isEmpty()) {
      err.println();
      err.flush();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(whenInterrupted);
    } catch (IllegalStateException e) {
      // The program is already being shut down: the hook is running.
    }
  }
}
