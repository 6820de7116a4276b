package org.breathline.core.image.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.ShortVolume;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.MethodSource;

/** What every format does, with its samples in the file and beside it. */
@ParameterizedClass(name = "{0}")
@MethodSource("endings")
final class VolumeFormatContractTest {

  private final String ending;
  @TempDir private Path folder;

  VolumeFormatContractTest(String ending) {
    this.ending = ending;
  }

  static List<String> endings() {
    return VolumeFiles.endings();
  }

  private Path file() {
    return folder.resolve("volume" + ending);
  }

  private static void assertSameGrid(Grid found, Grid expected) {
    assertThat(List.of(found.nx(), found.ny(), found.nz()))
        .isEqualTo(List.of(expected.nx(), expected.ny(), expected.nz()));
    assertThat(found.spacing().minus(expected.spacing()).length()).isCloseTo(0, within(1e-12));
    assertThat(found.origin().minus(expected.origin()).length()).isCloseTo(0, within(1e-12));
    Vector3 corner = expected.point(expected.nx() - 1, expected.ny() - 1, expected.nz() - 1);
    Vector3 foundCorner = found.point(found.nx() - 1, found.ny() - 1, found.nz() - 1);
    assertThat(foundCorner.minus(corner).length()).isCloseTo(0, within(1e-9));
  }

  private void eachVolume(VolumeCheck check) {
    Property.holds(
        20,
        1,
        random -> {
          try {
            Grid grid =
                random.nextBoolean() ? TestVolumes.axial(random) : TestVolumes.oblique(random);
            check.check(random, grid);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private interface VolumeCheck {
    void check(SplittableRandom random, Grid grid) throws IOException;
  }

  @Test
  void wholeNumbersAndGeometryComeBack() {
    eachVolume((random, grid) -> {
      ShortVolume volume = TestVolumes.shorts(random, grid);
      VolumeFiles.write(volume, file());
      ShortVolume back = (ShortVolume) VolumeFiles.read(file());
      assertSameGrid(back.grid(), grid);
      assertThat(back.values()).isEqualTo(volume.values());
    });
  }

  @Test
  void floatsAndGeometryComeBack() {
    eachVolume((random, grid) -> {
      FloatVolume volume = TestVolumes.floats(random, grid);
      VolumeFiles.write(volume, file());
      FloatVolume back = (FloatVolume) VolumeFiles.read(file());
      assertSameGrid(back.grid(), grid);
      assertThat(back.values()).isEqualTo(volume.values());
    });
  }

  @Test
  void axialGridsComeBackExactly() {
    Property.holds(
        20,
        2,
        random -> {
          try {
            Grid grid = TestVolumes.axial(random);
            VolumeFiles.write(new ShortVolume(grid), file());
            assertThat(VolumeFiles.read(file()).grid()).isEqualTo(grid);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  @Test
  void slicesLargerThanTheBufferAreWritten() throws IOException {
    Grid small = TestVolumes.axial(new SplittableRandom(1));
    Grid grid = new Grid(511, 513, 2, small.origin(), small.spacing(), small.orientation());
    ShortVolume shorts = TestVolumes.shorts(new SplittableRandom(2), grid);
    VolumeFiles.write(shorts, file());
    assertThat(((ShortVolume) VolumeFiles.read(file())).values()).isEqualTo(shorts.values());
    FloatVolume floats = TestVolumes.floats(new SplittableRandom(3), grid);
    VolumeFiles.write(floats, file());
    assertThat(((FloatVolume) VolumeFiles.read(file())).values()).isEqualTo(floats.values());
  }

  @Test
  void aFileAppearsWholeOrNotAtAll() throws IOException {
    Grid grid = new Grid(2, 2, 3, Vector3.ZERO, new Vector3(1, 1, 1), Orientation.AXIAL);
    try (VolumeWriter writer = VolumeWriter.create(file(), grid, SampleType.INT16)) {
      writer.slice(new short[4], 0);
      assertThat(file()).doesNotExist();
      assertThatThrownBy(writer::finish)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("1 of 3 slices");
    }
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left).isEmpty();
    }
    try (VolumeWriter writer = VolumeWriter.create(file(), grid, SampleType.INT16)) {
      for (int k = 0; k < 3; k++) {
        writer.slice(new short[] {1, 2, 3, 4, 5}, 1);
      }
      assertThatThrownBy(() -> writer.slice(new short[4], 0))
          .isInstanceOf(IllegalStateException.class);
      writer.finish();
    }
    assertThat(((ShortVolume) VolumeFiles.read(file())).values())
        .containsExactly(2, 3, 4, 5, 2, 3, 4, 5, 2, 3, 4, 5);
    try (Stream<Path> left = Files.list(folder)) {
      assertThat(left.map(HeaderText::name)).allMatch(name -> name.startsWith("volume."));
    }
  }

  @Test
  void slicesOfTheOtherTypeAreRefused() throws IOException {
    Grid grid = new Grid(2, 2, 1, Vector3.ZERO, new Vector3(1, 1, 1), Orientation.AXIAL);
    try (VolumeWriter writer = VolumeWriter.create(file(), grid, SampleType.FLOAT32)) {
      assertThatThrownBy(() -> writer.slice(new short[4], 0))
          .isInstanceOf(IllegalStateException.class);
    }
    assertThatThrownBy(() -> VolumeWriter.create(file(), grid, SampleType.FLOAT64))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aTruncatedFileIsRefusedByItsLength() throws IOException {
    Grid grid = new Grid(8, 8, 4, Vector3.ZERO, new Vector3(1, 1, 1), Orientation.AXIAL);
    VolumeFiles.write(new ShortVolume(grid), file());
    Path data = samples();
    byte[] bytes = Files.readAllBytes(data);
    Files.write(data, Arrays.copyOf(bytes, bytes.length - 1));
    assertThatThrownBy(() -> VolumeFiles.read(file()))
        .isInstanceOf(VolumeFileException.class)
        .hasMessage("volume" + ending + ": expected 512 bytes of samples, found 511");
  }

  @Test
  void aHeaderThatPromisesMoreThanTheFileHoldsAllocatesNothing() throws IOException {
    Grid grid = new Grid(8, 8, 4, Vector3.ZERO, new Vector3(1, 1, 1), Orientation.AXIAL);
    VolumeFiles.write(new ShortVolume(grid), file());
    replaceInHeader("8 8 4", "1290 1290 1290");
    assertThatThrownBy(() -> VolumeFiles.read(file()))
        .isInstanceOf(VolumeFileException.class)
        .hasMessageContaining("expected 4293378000 bytes of samples, found 512");
    replaceInHeader("1290 1290 1290", "60000 60000 60000");
    assertThatThrownBy(() -> VolumeFiles.read(file()))
        .isInstanceOf(VolumeFileException.class)
        .hasMessageContaining("do not fit one array");
    replaceInHeader("60000 60000 60000", "8 8 0");
    assertThatThrownBy(() -> VolumeFiles.read(file()))
        .isInstanceOf(VolumeFileException.class)
        .hasMessageContaining("whole numbers of at least 1");
  }

  @Test
  void axesThatAreNotOrthogonalAreRefused() throws IOException {
    Grid grid = new Grid(8, 8, 4, Vector3.ZERO, new Vector3(1, 1, 1), Orientation.AXIAL);
    VolumeFiles.write(new ShortVolume(grid), file());
    replaceInHeader("1.0 0.0 0.0", "1.0 0.5 0.0");
    replaceInHeader("(1.0,0.0,0.0)", "(1.0,0.5,0.0)");
    assertThatThrownBy(() -> VolumeFiles.read(file()))
        .isInstanceOf(VolumeFileException.class)
        .hasMessageContaining("expected orthogonal directions")
        .satisfies(e -> assertThat(((VolumeFileException) e).key()).isPresent());
  }

  /** Changed bytes, cut files: never another exception than the readers' own. */
  @Test
  void damagedFilesAreRefusedInWordsOrRead() throws IOException {
    Grid grid = new Grid(5, 4, 3, new Vector3(1, 2, 3), new Vector3(1, 1, 2), Orientation.AXIAL);
    VolumeFiles.write(new ShortVolume(grid), file());
    byte[] good = Files.readAllBytes(file());
    Property.holds(
        400,
        5,
        random -> {
          byte[] bad = good.clone();
          int changes = random.nextInt(1, 6);
          for (int change = 0; change < changes; change++) {
            int at = random.nextInt(bad.length);
            bad[at] =
                switch (random.nextInt(3)) {
                  case 0 -> (byte) random.nextInt();
                  case 1 -> (byte) "0123456789-.e \n=:(),".charAt(random.nextInt(20));
                  default -> bad[random.nextInt(bad.length)];
                };
          }
          if (random.nextInt(4) == 0) {
            bad = Arrays.copyOf(bad, random.nextInt(bad.length + 1));
          }
          try {
            Files.write(file(), bad);
            VolumeFiles.read(file());
          } catch (VolumeFileException e) {
            assertThat(e).hasMessageStartingWith("volume" + ending);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private Path samples() {
    Path raw = folder.resolve("volume.raw");
    return Files.exists(raw) ? raw : file();
  }

  private void replaceInHeader(String old, String replacement) throws IOException {
    String text = new String(Files.readAllBytes(file()), StandardCharsets.ISO_8859_1);
    Files.write(file(), text.replace(old, replacement).getBytes(StandardCharsets.ISO_8859_1));
  }
}
