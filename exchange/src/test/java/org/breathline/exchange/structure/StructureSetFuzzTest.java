package org.breathline.exchange.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.breathline.core.geometry.Grid;
import org.breathline.core.structure.ContourStack;
import org.breathline.core.structure.Structure;
import org.breathline.dicom.data.TransferSyntax;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.dicom.io.ReadOptions;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged structure sets give structures, or the readers' own exceptions; nothing else. */
final class StructureSetFuzzTest {

  @TempDir static Path folder;

  private static Grid grid;
  private static byte[] whole;

  @BeforeAll
  static void write() throws IOException {
    List<CtSlice> slices = SampleSeries.write(folder);
    grid = SampleSeries.grid(slices);
    whole =
        DicomWriter.toBytes(
            StructureSetWriter.compose(
                SampleSeries.context(slices), SampleStructures.structures(grid)),
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
  }

  @Test
  void damagedFilesAreReadOrRefused() {
    Property.holds(400, 1000, StructureSetFuzzTest::read);
  }

  @Test
  @Tag("full")
  void manyDamagedFilesAreReadOrRefused() {
    Property.holds(20_000, 10_000, StructureSetFuzzTest::read);
  }

  private static void read(SplittableRandom random) {
    byte[] bytes = whole.clone();
    int changes = random.nextInt(1, 12);
    for (int i = 0; i < changes; i++) {
      int at = random.nextInt(132, bytes.length);
      bytes[at] =
          (byte)
              switch (random.nextInt(4)) {
                case 0 -> random.nextInt();
                case 1 -> 0xFF;
                case 2 -> '0' + random.nextInt(10);
                default -> bytes[at] ^ (1 << random.nextInt(8));
              };
    }
    if (random.nextInt(8) == 0) {
      bytes = Arrays.copyOf(bytes, random.nextInt(bytes.length));
    }
    StructureSet set;
    try {
      set = StructureSetReader.of(DicomReader.read(bytes, ReadOptions.ALL).dataset());
    } catch (IOException e) {
      assertThat(e.getMessage()).isNotBlank();
      return;
    }
    for (Structure structure : set.structures()) {
      try {
        double volumeMl = ContourStack.of(structure.contours(), grid).occupancy().volumeMl();
        assertThat(volumeMl).isBetween(0.0, grid.size() * grid.voxelVolumeMm3() / 1000);
      } catch (IllegalArgumentException e) {
        assertThat(e).hasMessageContaining("leans");
      }
    }
  }
}
