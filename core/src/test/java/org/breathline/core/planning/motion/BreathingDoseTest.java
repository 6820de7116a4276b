package org.breathline.core.planning.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.breathline.core.dose.InfluenceColumn;
import org.breathline.core.dose.InfluenceMatrix;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.planning.DoseModel;
import org.breathline.core.planning.PlanBeam;
import org.breathline.core.progress.Progress;
import org.breathline.core.treatment.Aperture;
import org.breathline.core.treatment.BeamFrame;
import org.breathline.core.treatment.Jaws;
import org.breathline.core.treatment.PatientPosition;
import org.breathline.core.treatment.Segment;
import org.junit.jupiter.api.Test;

final class BreathingDoseTest {

  private static final Grid GRID =
      new Grid(12, 12, 12, new Vector3(-33, -33, -33), new Vector3(6, 6, 6), Orientation.AXIAL);

  private final DisplacementField moved = constant(4, -3, 7);
  private final BreathingPhase still =
      new BreathingPhase("0 %", 1, new LinearDose(1), new DisplacementField(GRID));
  private final BreathingPhase shifted = new BreathingPhase("50 %", 3, new LinearDose(1), moved);

  @Test
  void aRigidShiftBringsHomeTheDoseOfWhereTheTissueIs() throws Exception {
    int[] voxels = inner();

    InfluenceMatrix influence =
        new BreathingDose(GRID, List.of(still, shifted))
            .influence(List.of(), voxels, Progress.SILENT);

    // A linear dose is interpolated exactly: a quarter at x, three quarters at x + u.
    float[] dose = new float[voxels.length];
    influence.dose(new double[] {2}, dose);
    for (int row = 0; row < voxels.length; row++) {
      Vector3 at = GRID.point(voxels[row]);
      double expected = 2 * (0.25 * linear(at) + 0.75 * linear(moved.map(at)));
      assertThat((double) dose[row]).isCloseTo(expected, within(1e-3));
    }
  }

  @Test
  void beamletsAndWholeDoseAreMappedAlike() throws Exception {
    int[] voxels = inner();
    BreathingDose accumulated = new BreathingDose(GRID, List.of(still, shifted));
    Segment segment =
        new Segment(
            BeamFrame.of(Vector3.ZERO, 1000, PatientPosition.HFS, 0, 0, 0),
            Aperture.of(Jaws.symmetric(100, 100)),
            2);

    FloatVolume whole = accumulated.dose(List.of(segment), Progress.SILENT);
    float[] byBeamlets = new float[voxels.length];
    accumulated.influence(List.of(), voxels, Progress.SILENT).dose(new double[] {2}, byBeamlets);

    for (int row = 0; row < voxels.length; row++) {
      assertThat(whole.values()[voxels[row]]).isCloseTo(byBeamlets[row], within(1e-3f));
    }
  }

  @Test
  void aShiftedPatientGetsTheDoseOfAnUnshiftedOneElsewhere() throws Exception {
    Vector3 shift = new Vector3(5, 0, -2);
    Segment segment =
        new Segment(
            BeamFrame.of(Vector3.ZERO, 1000, PatientPosition.HFS, 0, 0, 0),
            Aperture.of(Jaws.symmetric(100, 100)),
            1);

    FloatVolume dose =
        new ShiftedDose(new LinearDose(1), shift).dose(List.of(segment), Progress.SILENT);

    // The stub's dose is of the place relative to the isocentre.
    int voxel = GRID.offset(5, 5, 5);
    assertThat((double) dose.values()[voxel])
        .isCloseTo(linear(GRID.point(voxel).plus(shift)), within(1e-4));
  }

  private static int[] inner() {
    return IntStream.range(0, GRID.size())
        .filter(offset -> GRID.point(offset).length() < 15)
        .toArray();
  }

  private static double linear(Vector3 at) {
    return 100 + at.x() + 2 * at.y() - 0.5 * at.z();
  }

  private static DisplacementField constant(float x, float y, float z) {
    DisplacementField field = new DisplacementField(GRID);
    Arrays.fill(field.x(), x);
    Arrays.fill(field.y(), y);
    Arrays.fill(field.z(), z);
    return field;
  }

  /** One beamlet whose dose is linear in space, relative to the isocentre. */
  private record LinearDose(double perUnit) implements DoseModel {

    @Override
    public Grid grid() {
      return GRID;
    }

    @Override
    public InfluenceMatrix influence(List<PlanBeam> beams, int[] voxels, Progress progress) {
      int[] rows = IntStream.range(0, voxels.length).toArray();
      float[] doses = new float[voxels.length];
      for (int row : rows) {
        doses[row] = (float) (perUnit * linear(GRID.point(voxels[row])));
      }
      return new InfluenceMatrix(
          voxels.length, List.of(new InfluenceColumn(voxels.length, rows, doses, rows.length)));
    }

    @Override
    public FloatVolume dose(List<Segment> segments, Progress progress) {
      FloatVolume dose = new FloatVolume(GRID);
      for (Segment segment : segments) {
        for (int voxel = 0; voxel < GRID.size(); voxel++) {
          Vector3 at = GRID.point(voxel).minus(segment.frame().isocentre());
          dose.values()[voxel] += (float) (perUnit * segment.monitorUnits() * linear(at));
        }
      }
      return dose;
    }
  }
}
