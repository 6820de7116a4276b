package org.breathline.study.register;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.concurrent.CancellationException;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.format.DisplacementFieldFiles;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.format.VolumeFiles;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.progress.Progress;
import org.breathline.study.InputException;
import org.breathline.study.RefusalException;
import org.breathline.study.UsageException;
import org.breathline.study.output.Json;
import org.breathline.study.report.Schemas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RegisterPairTest {

  private static final Grid TRUNK =
      new Grid(75, 68, 63, new Vector3(-149, -140, -80), new Vector3(4, 4, 4), Orientation.AXIAL);
  private static final Phantom PHANTOM =
      new Phantom(3, MotionParameters.ofMeanLandmark(8), Optional.empty());
  private static final MotionState INHALED = new MotionState(1, 0.9);

  @TempDir private Path folder;
  private Path fixed;
  private Path moving;
  private Path landmarks;
  private Path out;

  @BeforeEach
  void files() throws IOException {
    fixed = folder.resolve("fixed.mha");
    moving = folder.resolve("moving.nrrd");
    landmarks = folder.resolve("landmarks.csv");
    out = folder.resolve("field.mha");
    VolumeFiles.write(PHANTOM.volume(TRUNK, MotionState.REFERENCE), fixed);
    VolumeFiles.write(PHANTOM.volume(TRUNK, INHALED), moving);
    List<Vector3> from = PHANTOM.lungLandmarks(MotionState.REFERENCE);
    List<Vector3> to = PHANTOM.lungLandmarks(INHALED);
    StringBuilder table = new StringBuilder("fixed_x,fixed_y,fixed_z,moving_x,moving_y,moving_z\n");
    for (int i = 0; i < from.size(); i++) {
      table.append(row(from.get(i))).append(',').append(row(to.get(i))).append('\n');
    }
    Files.writeString(landmarks, table);
  }

  private static String row(Vector3 point) {
    return "%s,%s,%s".formatted(point.x(), point.y(), point.z());
  }

  private RegisterPairSummary run(Optional<Path> table, OptionalDouble spacing) throws Exception {
    return RegisterPair.run(
        new RegisterPairRequest(fixed, moving, table, spacing, false, out), Progress.SILENT);
  }

  @Test
  void writesTheFieldAndTellsTheErrorAtLandmarks() throws Exception {
    RegisterPairSummary summary = run(Optional.of(landmarks), OptionalDouble.empty());
    assertThat(Schemas.check("register", Json.text(summary))).isEmpty();
    RegisterPairSummary.Landmarks errors = Objects.requireNonNull(summary.landmarks());
    assertThat(errors.before().meanMm()).isBetween(7.5, 8.5);
    assertThat(errors.after().meanMm()).isLessThan(1);
    DisplacementField field = DisplacementFieldFiles.read(out);
    assertThat(field.grid()).isEqualTo(TRUNK);
    Vector3 first = PHANTOM.lungLandmarks(MotionState.REFERENCE).getFirst();
    Vector3 there = PHANTOM.lungLandmarks(INHALED).getFirst();
    assertThat(field.map(first).minus(there).length()).isLessThan(2);
  }

  @Test
  void theFieldMayBeCoarserAndTheTableInVoxels() throws Exception {
    Files.writeString(landmarks, "a,b,c,d,e,f (1-based voxel index)\n11,12,13,11,12,14\n");
    // No landmark of the phantom's: whoever believes it has to insist.
    RegisterPairSummary summary =
        RegisterPair.run(
            new RegisterPairRequest(
                fixed, moving, Optional.of(landmarks), OptionalDouble.of(8), true, out),
            Progress.SILENT);
    assertThat(summary.fieldSpacingMm()).containsOnly(8.0);
    RegisterPairSummary.Landmarks errors = Objects.requireNonNull(summary.landmarks());
    assertThat(errors.before().meanMm()).isEqualTo(4);
  }

  @Test
  void badTablesAreRefusedByLineAndColumn() throws IOException {
    for (String[] bad :
        new String[][] {
          {"1,2,3,4,5,6\n", "line 1: expected a header"},
          {"a,b,c,d,e,f\n1,2,3,4,x,6\n", "line 2, column 5"},
          {"a,b,c,d,e,f\n1,2,3,4,5,6\n1,2,3\n", "line 3, column 4"},
          {"a,b,c,d,e,f\n1,2,3,4,5,NaN\n", "line 2, column 6"},
          {"a,b,c,d,e,f\n", "no landmark"},
          {"", "line 1"}
        }) {
      Files.writeString(landmarks, bad[0]);
      assertThatThrownBy(() -> run(Optional.of(landmarks), OptionalDouble.empty()))
          .isInstanceOf(InputException.class)
          .hasMessageContaining(bad[1]);
    }
    assertThat(out).doesNotExist();
  }

  @Test
  void whatCannotBeMeantIsRefusedBeforeAnythingIsDone() throws IOException {
    out = folder.resolve("field.txt");
    assertThatThrownBy(() -> run(Optional.empty(), OptionalDouble.empty()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining(".mha");
    out = fixed;
    assertThatThrownBy(() -> run(Optional.empty(), OptionalDouble.empty()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("is an input");
    out = folder.resolve("field.mha");
    assertThatThrownBy(() -> run(Optional.empty(), OptionalDouble.of(0.01)))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("spacing");
    moving = folder.resolve("gone.mha");
    assertThatThrownBy(() -> run(Optional.empty(), OptionalDouble.empty()))
        .isInstanceOf(UsageException.class)
        .hasMessageContaining("gone.mha is not there");
    assertThat(Files.size(fixed)).isPositive();
  }

  /** Landmarks that say that everything is 20 mm elsewhere. */
  @Test
  void aFieldFarFromItsLandmarksIsRefusedUnlessSomebodyInsists() throws Exception {
    StringBuilder table = new StringBuilder("fixed_x,fixed_y,fixed_z,moving_x,moving_y,moving_z\n");
    for (Vector3 point : PHANTOM.lungLandmarks(INHALED)) {
      table
          .append(row(point))
          .append(',')
          .append(row(point.plus(new Vector3(20, 0, 0))))
          .append('\n');
    }
    Path wrong = Files.writeString(folder.resolve("wrong.csv"), table);
    assertThatThrownBy(() -> run(Optional.of(wrong), OptionalDouble.of(6)))
        .isInstanceOf(RefusalException.class)
        .hasMessageContaining("mean error at landmarks")
        .hasMessageContaining("--insist");
    assertThat(out).doesNotExist();

    RegisterPairSummary summary =
        RegisterPair.run(
            new RegisterPairRequest(
                fixed, moving, Optional.of(wrong), OptionalDouble.of(6), true, out),
            Progress.SILENT);
    assertThat(summary.verdict()).isEqualTo("refuse");
    String head = new String(Files.readAllBytes(out), 0, 300, StandardCharsets.ISO_8859_1);
    assertThat(head).contains("Comment = " + RegisterSeries.REFUSED);
    assertThat(DisplacementFieldFiles.read(out).grid().spacing().x()).isEqualTo(6);
  }

  @Test
  void cancelledItLeavesNothingBehind() throws IOException {
    assertThatThrownBy(() ->
            RegisterPair.run(
                new RegisterPairRequest(
                    fixed, moving, Optional.empty(), OptionalDouble.empty(), false, out),
                (stage, done, total) -> {
                  if (stage.startsWith("registering")) {
                    throw new CancellationException();
                  }
                }))
        .isInstanceOf(CancellationException.class);
    try (var files = Files.list(folder)) {
      assertThat(files).hasSize(3);
    }
  }
}
