package org.breathline.core.respiration.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.format.TraceFiles;
import org.breathline.core.respiration.recording.TraceInterpretation;
import org.breathline.core.respiration.recording.TraceOptions;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.TestData;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.Test;

/** The breaths of a real recording against those seen in it. */
final class AdjudicatedBreathsTest {

  private static final String RPM = "traces/varian-rpm-real.vxp";
  private static final String LIST = "varian-rpm-real-adjudicated.csv";
  private static final double TOLERANCE_S = 0.2;

  private record Seen(boolean inhale, boolean clear, double fromS, double toS) {

    private double distanceS(double timeS) {
      return Math.max(0, Math.max(fromS - timeS, timeS - toS));
    }
  }

  private record Found(boolean inhale, double timeS) {}

  private static List<Seen> seen() throws IOException {
    List<Seen> seen = new ArrayList<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                Objects.requireNonNull(AdjudicatedBreathsTest.class.getResourceAsStream(LIST)),
                StandardCharsets.UTF_8))) {
      for (String line : reader.lines().toList()) {
        String[] fields = line.split(",", 5);
        if (!line.startsWith("#") && !line.startsWith("kind")) {
          seen.add(
              new Seen(
                  fields[0].equals("inhale"),
                  fields[1].equals("clear"),
                  Double.parseDouble(fields[2]),
                  Double.parseDouble(fields[3])));
        }
      }
    }
    return seen;
  }

  private static BreathingCycles cycles() throws IOException {
    return BreathDetector.detect(
        TraceInterpretation.of(TraceFiles.read(TestData.get(RPM)), TraceOptions.DETECT).trace());
  }

  private static List<Found> turns(BreathingCycles cycles) {
    double zeroS = cycles.trace().startS();
    List<Found> turns = new ArrayList<>();
    for (Breath breath : cycles.breaths()) {
      turns.add(new Found(true, breath.startS() - zeroS));
      turns.add(new Found(false, breath.exhaleS() - zeroS));
    }
    turns.add(new Found(true, cycles.breaths().getLast().endS() - zeroS));
    return turns;
  }

  @Test
  @RequiresData(RPM)
  void everyClearTurnIsFoundInTime() throws IOException {
    List<Found> found = turns(cycles());
    double largest = 0;
    int clear = 0;
    for (Seen seen : seen()) {
      if (seen.clear()) {
        clear++;
        double distance =
            found.stream()
                .filter(f -> f.inhale() == seen.inhale())
                .mapToDouble(f -> seen.distanceS(f.timeS()))
                .min()
                .orElseThrow();
        assertThat(distance).as("%s", seen).isLessThanOrEqualTo(TOLERANCE_S);
        largest = Math.max(largest, distance);
      }
    }
    ValidationRecord.write(
        "respiration",
        "largest timing error of " + clear + " clear turns, real Varian recording",
        largest,
        "adjudicated by eye",
        TOLERANCE_S + " s",
        "s");
  }

  @Test
  @RequiresData(RPM)
  void nothingIsFoundThatIsNotThere() throws IOException {
    List<Seen> seen = seen();
    for (Found found : turns(cycles())) {
      assertThat(seen)
          .as("%s", found)
          .anyMatch(s -> s.inhale() == found.inhale() && s.distanceS(found.timeS()) <= TOLERANCE_S);
    }
  }

  @Test
  @RequiresData(RPM)
  void breathsOverWhichTheAuthorsDisagreeAreMostlyNotTrusted() throws IOException {
    BreathingCycles cycles = cycles();
    // The stretches in which the authors count more breaths than the signal's full swings show.
    double[][] doubtful = {{21.4, 27.4}, {86, 92.3}, {92.4, 99}, {99.2, 105.2}, {105.4, 111.7}};
    for (double[] stretch : doubtful) {
      int number = cycles.breathAt(cycles.trace().startS() + (stretch[0] + stretch[1]) / 2);
      assertThat(cycles.breaths().get(number).trusted())
          .as("%s to %s", stretch[0], stretch[1])
          .isFalse();
    }
  }
}
