package org.breathline.core.progress;

import java.util.concurrent.CancellationException;

/** Receives how far long work is. Called from one thread at a time, often. */
@FunctionalInterface
public interface Progress {

  /** Hears nothing and never cancels. */
  Progress SILENT = (stage, done, total) -> {};

  /**
   * Says how far a stage is.
   *
   * @param stage what is being done, in words, such as "reading slices"
   * @param done units finished, 0 to total
   * @param total units in all
   * @throws CancellationException to stop the work; the worker leaves nothing half-written behind
   */
  void report(String stage, long done, long total);
}
