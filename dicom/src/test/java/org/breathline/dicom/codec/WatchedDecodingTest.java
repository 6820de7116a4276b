package org.breathline.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(value = 60, unit = TimeUnit.SECONDS)
class WatchedDecodingTest {

  private static final Duration SHORT = Duration.ofMillis(50);
  private static final Duration LONG = Duration.ofMinutes(10);

  private final WatchedDecoding watch = new WatchedDecoding("test", 2);

  /** A decoder that heeds no interrupt. */
  private static byte[] spin(AtomicBoolean end) {
    while (!end.get()) {
      Thread.onSpinWait();
    }
    return new byte[0];
  }

  @Test
  void givesUpWhatDoesNotEndAndRefusesMoreWhileItGoesOn() throws Exception {
    AtomicBoolean end = new AtomicBoolean();
    for (int i = 0; i < 2; i++) {
      assertThatThrownBy(() -> watch.run(() -> spin(end), SHORT))
          .isInstanceOf(CodecException.class)
          .hasMessageContaining("took more than 50 ms");
    }
    assertThat(watch.leftBehind()).isEqualTo(2);
    assertThatThrownBy(() -> watch.run(() -> new byte[1], LONG))
        .isInstanceOf(CodecException.class)
        .hasMessageContaining("2 damaged frames of test are still being decoded");
    end.set(true);
    while (watch.leftBehind() > 0) {
      Thread.sleep(1);
    }
    assertThat(watch.run(() -> new byte[1], LONG)).hasSize(1);
  }

  @Test
  void waitingIsNotCounted() throws IOException {
    byte[] result =
        watch.run(
            () -> {
              Thread.sleep(300);
              return new byte[3];
            },
            SHORT);
    assertThat(result).hasSize(3);
  }

  @Test
  void failuresReachTheCaller() {
    assertThatThrownBy(() ->
            watch.run(
                () -> {
                  throw new IOException("broken");
                },
                LONG))
        .isInstanceOf(IOException.class)
        .hasMessage("broken");
  }

  @Test
  void interruptedCallerLeaves() throws Exception {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() ->
            watch.run(
                () -> {
                  Thread.sleep(LONG);
                  return new byte[0];
                },
                LONG))
        .isInstanceOf(InterruptedIOException.class);
    assertThat(Thread.interrupted()).isTrue();
    // The decoder was interrupted as well.
    while (watch.leftBehind() > 0) {
      Thread.sleep(1);
    }
  }
}
