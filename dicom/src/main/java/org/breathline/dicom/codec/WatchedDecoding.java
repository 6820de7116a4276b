package org.breathline.dicom.codec;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs a decoder that may not come to an end, in a daemon thread of its own with a limit to the
 * processor time of that thread: a machine that is busy, or was asleep, does not make the outcome
 * another. A thread that goes beyond it is interrupted and left behind; while too many of those
 * still run, decoding is refused.
 */
final class WatchedDecoding {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final boolean MEASURED =
      THREADS.isThreadCpuTimeSupported() && THREADS.isThreadCpuTimeEnabled();

  private static final long SHORTEST_WAIT_NS = TimeUnit.MILLISECONDS.toNanos(20);

  private final String name;
  private final int mostLeftBehind;
  private final AtomicInteger leftBehind = new AtomicInteger();

  /**
   * A watch.
   *
   * @param name what is decoded, for messages and as the threads' name
   * @param mostLeftBehind how many threads may go on after their limit before all is refused
   */
  WatchedDecoding(String name, int mostLeftBehind) {
    this.name = name;
    this.mostLeftBehind = mostLeftBehind;
  }

  /**
   * Runs a decoder to its end, or to its limit.
   *
   * @param limit processor time; where the platform does not measure it, time
   * @throws CodecException if the limit is reached, or too many threads still run after theirs
   * @throws InterruptedIOException if the caller is interrupted, which stays marked
   * @throws IOException that the decoder throws
   */
  byte[] run(Callable<byte[]> decoder, Duration limit) throws IOException {
    if (leftBehind.get() >= mostLeftBehind) {
      throw new CodecException(
          "%d damaged frames of %s are still being decoded: no more are begun"
              .formatted(mostLeftBehind, name));
    }
    FutureTask<byte[]> task = new FutureTask<>(decoder);
    Thread thread =
        Thread.ofPlatform()
            .daemon()
            .name(name + " decoder")
            .start(() -> {
              task.run();
              if (task.isCancelled()) {
                leftBehind.decrementAndGet();
              }
            });
    try {
      return await(task, thread, limit);
    } catch (InterruptedException e) {
      leave(task);
      Thread.currentThread().interrupt();
      InterruptedIOException interrupted = new InterruptedIOException("decoding was interrupted");
      interrupted.initCause(e);
      throw interrupted;
    }
  }

  private byte[] await(FutureTask<byte[]> task, Thread thread, Duration limit)
      throws IOException, InterruptedException {
    long start = System.nanoTime();
    try {
      while (true) {
        long used =
            MEASURED
                ? Math.max(0, THREADS.getThreadCpuTime(thread.threadId()))
                : System.nanoTime() - start;
        long left = limit.toNanos() - used;
        if (left <= 0 && leave(task)) {
          throw new CodecException(
              "%s took more than %d ms to decode and was given up"
                  .formatted(name, limit.toMillis()));
        }
        try {
          return task.get(Math.max(left, SHORTEST_WAIT_NS), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
          // Less processor time than time has passed, or the limit is reached.
        }
      }
    } catch (ExecutionException e) {
      switch (e.getCause()) {
        case IOException cause -> throw cause;
        case RuntimeException cause -> throw cause;
        case Error cause -> throw cause;
        case null, default -> throw new CodecException("the compressed frame cannot be decoded", e);
      }
    }
  }

  /** Gives a task up, unless it has just ended. */
  private boolean leave(FutureTask<byte[]> task) {
    leftBehind.incrementAndGet();
    boolean left = task.cancel(true);
    if (!left) {
      leftBehind.decrementAndGet();
    }
    return left;
  }

  /** How many threads go on after their limit. */
  int leftBehind() {
    return leftBehind.get();
  }
}
