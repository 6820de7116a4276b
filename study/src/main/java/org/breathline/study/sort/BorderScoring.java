package org.breathline.study.sort;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import org.breathline.core.sorting.border.BorderScore;

/**
 * The borders' scores, worked out on a thread of their own: nothing that is written as DICOM waits
 * for them.
 */
public final class BorderScoring {

  private final FutureTask<List<BorderScore>> task;

  private BorderScoring(FutureTask<List<BorderScore>> task) {
    this.task = task;
  }

  /** Starts the work; it only looks at memory, so that nobody need stop it. */
  static BorderScoring start(Callable<List<BorderScore>> work) {
    FutureTask<List<BorderScore>> task = new FutureTask<>(work);
    Thread.ofPlatform().daemon().name("border-scores").start(task);
    return new BorderScoring(task);
  }

  /** The scores, as soon as they are there. */
  List<BorderScore> await() {
    try {
      return List.copyOf(task.get());
    } catch (ExecutionException e) {
      throw new CompletionException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new CompletionException(e);
    }
  }
}
