package org.breathline.benchmarks.registration;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.format.DisplacementFieldFiles;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.Volume;
import org.breathline.core.image.format.VolumeFiles;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.progress.Progress;
import org.breathline.core.registration.LandmarkPair;
import org.breathline.core.registration.PairwiseRegistration;
import org.breathline.core.registration.Registration;
import org.breathline.core.registration.RegistrationSettings;
import org.breathline.core.registration.SequenceRegistration;
import org.breathline.core.registration.TargetRegistrationError;

/**
 * The parts of {@code benchmarks/register-against-peers}: {@code make DIR SEED MEAN_MM} writes a
 * phantom pair, {@code error DIR FIELD SEED MEAN_MM} tells the landmark errors of a field, {@code
 * warm DIR RUNS SEED MEAN_MM} the processor time of registrations once the code is compiled, and
 * {@code sequence SEED MEAN_MM} that of the nine fields of a ten-phase 4DCT.
 */
public final class RegistrationComparison {

  private static final Grid GRID =
      new Grid(
          256,
          256,
          100,
          new Vector3(-140.25, -157, -85),
          new Vector3(1.1, 1.1, 2.5),
          Orientation.AXIAL);
  private static final double NOISE_HU = 15;
  private static final int PHASES = 10;

  private RegistrationComparison() {}

  /** Runs a part. */
  public static void main(String[] arguments) throws IOException {
    switch (arguments[0]) {
      case "make" -> make(Path.of(arguments[1]), phantom(arguments, 2));
      case "error" ->
          print(
              TargetRegistrationError.after(
                  landmarks(phantom(arguments, 3)),
                  DisplacementFieldFiles.read(Path.of(arguments[2]))));
      case "warm" ->
          warm(Path.of(arguments[1]), Integer.parseInt(arguments[2]), phantom(arguments, 3));
      case "sequence" -> sequence(phantom(arguments, 1));
      default -> throw new IllegalArgumentException(arguments[0]);
    }
  }

  private static Phantom phantom(String[] arguments, int from) {
    double mean = Double.parseDouble(arguments[from + 1]);
    return new Phantom(
        Long.parseLong(arguments[from]), MotionParameters.ofMeanLandmark(mean), Optional.empty());
  }

  private static MotionState inhaled() {
    return new MotionState(1, 0.9);
  }

  private static void make(Path folder, Phantom phantom) throws IOException {
    VolumeFiles.write(
        phantom.volume(GRID, MotionState.REFERENCE, NOISE_HU, 0), folder.resolve("fix.mha"));
    VolumeFiles.write(phantom.volume(GRID, inhaled(), NOISE_HU, 1), folder.resolve("mov.mha"));
  }

  /** Those that lie in the field of view in both states. */
  private static List<LandmarkPair> landmarks(Phantom phantom) {
    List<Vector3> from = phantom.lungLandmarks(MotionState.REFERENCE);
    List<Vector3> to = phantom.lungLandmarks(inhaled());
    List<LandmarkPair> pairs = new ArrayList<>();
    for (int i = 0; i < from.size(); i++) {
      if (isInside(from.get(i)) && isInside(to.get(i))) {
        pairs.add(new LandmarkPair(from.get(i), to.get(i)));
      }
    }
    return pairs;
  }

  private static boolean isInside(Vector3 point) {
    Vector3 index = GRID.index(point);
    return index.x() >= 1
        && index.y() >= 1
        && index.z() >= 1
        && index.x() <= GRID.nx() - 2
        && index.y() <= GRID.ny() - 2
        && index.z() <= GRID.nz() - 2;
  }

  private static void warm(Path folder, int runs, Phantom phantom) throws IOException {
    Volume fixed = VolumeFiles.read(folder.resolve("fix.mha"));
    Volume moving = VolumeFiles.read(folder.resolve("mov.mha"));
    double best = Double.MAX_VALUE;
    DisplacementField field = new DisplacementField(GRID);
    for (int run = 0; run < runs; run++) {
      double begun = processorS();
      field =
          new PairwiseRegistration(RegistrationSettings.STANDARD)
              .register(fixed, moving, GRID, Progress.SILENT)
              .field();
      best = Math.min(best, processorS() - begun);
    }
    System.out.printf(Locale.ROOT, "%.2f CPU s, ", best);
    print(TargetRegistrationError.after(landmarks(phantom), field));
  }

  private static void sequence(Phantom phantom) throws IOException {
    List<Volume> phases = new ArrayList<>();
    for (int phase = 0; phase < PHASES; phase++) {
      double angle = 2 * Math.PI * phase / PHASES;
      var state = new MotionState(0.5 + 0.5 * Math.cos(angle), 0.5 + 0.5 * Math.cos(angle - 0.4));
      phases.add(phantom.volume(GRID, state, NOISE_HU, phase));
    }
    double begun = processorS();
    SequenceRegistration.Sequence sequence =
        new SequenceRegistration(RegistrationSettings.STANDARD)
            .register(
                PHASES,
                phases::get,
                PHASES / 2,
                SequenceRegistration.compactGrid(GRID),
                Progress.SILENT);
    double used = processorS() - begun;
    int unfolded = sequence.registrations().stream().mapToInt(Registration::unfolded).sum();
    System.out.printf(
        Locale.ROOT,
        "%.2f CPU s, closure mean %.3f p95 %.3f max %.3f mm, %d places unfolded%n",
        used,
        sequence.closure().meanMm(),
        sequence.closure().p95Mm(),
        sequence.closure().maxMm(),
        unfolded);
  }

  /** User and system time of the whole process so far. */
  private static double processorS() {
    return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
            .getProcessCpuTime()
        / 1e9;
  }

  private static void print(TargetRegistrationError error) {
    System.out.printf(
        Locale.ROOT,
        "error mean %.3f p95 %.3f max %.3f mm at %d landmarks%n",
        error.meanMm(),
        error.p95Mm(),
        error.maxMm(),
        error.count());
  }
}
