package org.breathline.core.target;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.phantom.Organ;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.phantom.Tumour;
import org.breathline.core.phantom.TumourSite;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.RunLengthMask;

/**
 * A phantom with a tumour in ten phases of one regular breath of 4 s, on a grid around the tumour.
 */
final class BreathingPhantom {

  static final int PHASES = 10;
  static final double REFERENCE_PERCENT = 50;

  /** The lag of half a second in a breath of four. */
  private static final double LAG_PERCENT = 12.5;

  private final Phantom phantom;
  private final Grid grid;

  BreathingPhantom(TumourSite site, double diameterMm, double meanLandmarkMm) {
    this(site, diameterMm, meanLandmarkMm, around(new Tumour(site, diameterMm)));
  }

  BreathingPhantom(TumourSite site, double diameterMm, double meanLandmarkMm, Grid grid) {
    this.phantom =
        new Phantom(
            7,
            MotionParameters.ofMeanLandmark(meanLandmarkMm),
            Optional.of(new Tumour(site, diameterMm)));
    this.grid = grid;
  }

  private static Grid around(Tumour tumour) {
    Vector3 spacing = new Vector3(1.1, 1.1, 2.5);
    double half = tumour.diameterMm() / 2 + 25;
    Vector3 at = tumour.referenceCentre();
    int nx = (int) Math.ceil(2 * half / spacing.x());
    int nz = (int) Math.ceil((2 * half + 20) / spacing.z());
    Vector3 origin = new Vector3(at.x() - half, at.y() - half, at.z() - half - 20);
    return new Grid(nx, nx, nz, origin, spacing, Orientation.AXIAL);
  }

  Grid grid() {
    return grid;
  }

  static double percent(int phase) {
    return 100.0 * phase / PHASES;
  }

  static MotionState state(double percent) {
    return new MotionState(amplitude(percent), amplitude(percent - LAG_PERCENT));
  }

  private static double amplitude(double percent) {
    return 0.5 + 0.5 * Math.cos(2 * Math.PI * percent / 100);
  }

  List<PhaseField> fields() {
    List<PhaseField> fields = new ArrayList<>();
    MotionState reference = state(REFERENCE_PERCENT);
    for (int p = 0; p < PHASES; p++) {
      fields.add(
          new PhaseField(
              percent(p), 1.0 / PHASES, phantom.displacements(grid, reference, state(percent(p)))));
    }
    return fields;
  }

  /** The tumour's voxels in a phase. */
  RunLengthMask tumour(double percent) {
    BitSet mask = phantom.mask(grid, state(percent), Organ.TUMOUR);
    return RunLengthMask.of(grid, mask::get);
  }

  /** The tumour in a phase as the ball that it is. */
  LevelSet ball(double percent) {
    Vector3 centre = phantom.tumourCentre(state(percent)).orElseThrow();
    double radius = phantom.tumour().orElseThrow().radiusMm();
    float[] values = new float[grid.size()];
    for (int k = 0; k < grid.nz(); k++) {
      for (int j = 0; j < grid.ny(); j++) {
        for (int i = 0; i < grid.nx(); i++) {
          values[grid.offset(i, j, k)] =
              (float) (grid.point(i, j, k).minus(centre).length() - radius);
        }
      }
    }
    return new LevelSet(grid, GridBox.all(grid), values, 100);
  }

  ShortVolume volume(double percent) {
    return phantom.volume(grid, state(percent));
  }

  ShortVolume volume(double percent, double noiseHu, int acquisition) {
    return phantom.volume(grid, state(percent), noiseHu, acquisition);
  }
}
