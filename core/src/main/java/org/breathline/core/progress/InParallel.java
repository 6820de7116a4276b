package org.breathline.core.progress;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does the same with every item of a list on all processors; results come in the list's order. */
public final class InParallel {

  /** What is done with an item. */
  @FunctionalInterface
  public interface Task<T, R> {

    /** Does it. */
    R apply(T item) throws IOException;
  }

  private InParallel() {}

  /**
   * Applies a task.
   *
   * @param stage what to tell the progress that is being done
   * @return the results in the order of the items, whatever the number of processors
   * @throws IOException the first that a task threw, in the list's order; the rest is cancelled
   */
  public static <T, R> List<R> map(List<T> items, Task<T, R> task, String stage, Progress progress)
      throws IOException {
    ExecutorService pool = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
    try {
      List<Future<R>> pending = new ArrayList<>(items.size());
      for (T item : items) {
        Callable<R> call = () -> task.apply(item);
        pending.add(pool.submit(call));
      }
      List<R> results = new ArrayList<>(items.size());
      for (Future<R> future : pending) {
        results.add(await(future));
        progress.report(stage, results.size(), items.size());
      }
      return results;
    } finally {
      // Nothing may still be written when the caller clears up.
      pool.shutdownNow();
      pool.close();
    }
  }

  private static <R> R await(Future<R> future) throws IOException {
    try {
      return future.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException io) {
        throw io;
      }
      if (e.getCause() instanceof RuntimeException fault) {
        throw fault;
      }
      throw new IllegalStateException(e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted");
    }
  }
}
