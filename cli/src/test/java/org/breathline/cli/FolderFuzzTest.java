package org.breathline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whole folders with damaged bytes: the scan is sorted, is bad input, or is refused; nothing else
 * ever happens, and it ends. What a run leaves behind is its result or nothing.
 */
final class FolderFuzzTest {

  private static final int SLICES_DAMAGED = 3;
  private static final int MOST_CHANGES = 8;

  @TempDir Path folder;

  @Test
  @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void someFolders() throws IOException {
    fuzz(20, 1);
  }

  @Test
  @Tag("full")
  @Timeout(value = 60, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
  void manyFolders() throws IOException {
    fuzz(1500, 1000);
  }

  private void fuzz(int cases, long firstSeed) throws IOException {
    Path scan = folder.resolve("scan");
    List<Path> slices = TinyScan.writeScan(scan);
    Path trace = TinyScan.writeTrace(folder.resolve("trace.vxp"));
    List<String> before = TinyScan.listing(folder);
    for (long seed = firstSeed; seed < firstSeed + cases; seed++) {
      SplittableRandom random = new SplittableRandom(seed);
      Map<Path, byte[]> originals = new HashMap<>();
      int damaged = random.nextInt(SLICES_DAMAGED);
      for (int i = 0; i < damaged; i++) {
        spoil(slices.get(random.nextInt(slices.size())), random, originals);
      }
      if (damaged == 0 || random.nextInt(4) == 0) {
        spoil(trace, random, originals);
      }
      Path out = folder.resolve("out");
      CommandRun run = CommandRun.of("sort", scan, "--trace", trace, "--out", out);
      assertThat(run.exitCode()).as("seed %d: %s", seed, run.err()).isIn(0, 3, 4);
      run.saysNothingItMustNot();
      if (run.exitCode() == 0) {
        TinyScan.delete(out);
      } else {
        assertThat(run.complaints()).as("seed %d", seed).hasSize(1);
      }
      assertThat(TinyScan.listing(folder)).as("seed %d", seed).isEqualTo(before);
      for (Map.Entry<Path, byte[]> original : originals.entrySet()) {
        Files.write(original.getKey(), original.getValue());
      }
    }
  }

  /** Changes bytes, most of them in the header; sometimes cuts off the end, or adds some. */
  private static void spoil(Path file, SplittableRandom random, Map<Path, byte[]> originals)
      throws IOException {
    byte[] bytes = Files.readAllBytes(file);
    originals.putIfAbsent(file, bytes.clone());
    int changes = 1 + random.nextInt(MOST_CHANGES);
    int header = Math.max(1, Math.min(bytes.length, 1400));
    for (int i = 0; i < changes && bytes.length > 0; i++) {
      int at = random.nextInt(random.nextInt(3) == 0 ? bytes.length : header);
      bytes[at] =
          random.nextBoolean()
              ? (byte) random.nextInt(256)
              : (byte) (bytes[at] ^ (1 << random.nextInt(8)));
    }
    if (random.nextInt(4) == 0) {
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length + 100));
    }
    Files.write(file, bytes);
  }
}
