package org.breathline.core.image.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.testkit.RequiresTool;
import org.breathline.testkit.Tool;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** plastimatch (ITK's readers) and we see the same volume in each other's files. */
@RequiresTool("plastimatch")
final class PlastimatchTest {

  private static final Orientation OBLIQUE =
      Orientation.of(new Vector3(0.8, 0.6, 0), new Vector3(-0.6, 0.8, 0));
  private static final Grid GRID =
      new Grid(
          11, 7, 5, new Vector3(-120.25, -80.5, -312.75), new Vector3(0.9765, 1.25, 3), OBLIQUE);

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {".mha", ".mhd", ".nrrd", ".nhdr"})
  void seesOurGeometryAndOurValues(String ending) throws IOException {
    ShortVolume ours = TestVolumes.shorts(new SplittableRandom(1), GRID);
    Path written = folder.resolve("ours" + ending);
    VolumeFiles.write(ours, written);

    String header = plastimatch("header", written.toString());
    assertThat(numbers(header, "Origin")).containsExactly(-120.25, -80.5, -312.75);
    assertThat(numbers(header, "Size")).containsExactly(11.0, 7.0, 5.0);
    assertThat(numbers(header, "Spacing")).containsExactly(0.9765, 1.25, 3.0);
    // ITK prints the matrix whose columns are the axes.
    assertThat(numbers(header, "Direction"))
        .containsExactly(0.8, -0.6, 0.0, 0.6, 0.8, 0.0, 0.0, 0.0, 1.0);

    String stats = plastimatch("stats", written.toString());
    double mean = 0;
    for (short value : ours.values()) {
      mean += value / (double) GRID.size();
    }
    Matcher found = Pattern.compile("AVE\\s+(\\S+)").matcher(stats);
    assertThat(found.find()).as(stats).isTrue();
    assertThat(Double.parseDouble(found.group(1))).isCloseTo(mean, within(1e-3));

    // What it writes of our file, in the other format and compressed or not, is ours again.
    for (String other : List.of("theirs.mha", "theirs.nrrd")) {
      Path back = folder.resolve(other);
      plastimatch("convert", "--input", written.toString(), "--output-img", back.toString());
      ShortVolume theirs = (ShortVolume) VolumeFiles.read(back);
      assertThat(theirs.values()).isEqualTo(ours.values());
      Vector3 corner = GRID.point(10, 6, 4);
      double apart = theirs.grid().point(10, 6, 4).minus(corner).length();
      assertThat(apart).isCloseTo(0, within(1e-3));
      ValidationRecord.write(
          "formats",
          "distance of the far corner, "
              + ending
              + " written by us, read and written by"
              + " plastimatch as "
              + other.substring(other.indexOf('.')),
          apart,
          "0 mm",
          "1e-3 mm",
          "mm");
    }
  }

  private static String plastimatch(String... arguments) {
    List<String> command = new ArrayList<>(List.of("plastimatch"));
    command.addAll(List.of(arguments));
    Tool.Result result = Tool.run(command, 60);
    assertThat(result.exitCode()).as(result.output()).isZero();
    return result.output();
  }

  private static List<Double> numbers(String header, String key) {
    Matcher line = Pattern.compile("(?m)^" + key + "\\s*=(.*)$").matcher(header);
    assertThat(line.find()).as(header).isTrue();
    List<Double> numbers = new ArrayList<>();
    for (String word : line.group(1).strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
      numbers.add(Double.parseDouble(word));
    }
    return numbers;
  }
}
