package org.breathline.core.qa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.scan.PhaseSeries;

/**
 * A sorted scan of inserts in a uniform background, computed from where they are: partial volume by
 * 4 x 4 x 6 points a voxel, motion by 36 moments of bin and rotation, noise on top.
 */
final class MovingPlatform {

  static final int PHASES = 10;
  private static final int SIDE = 6;
  private static final int MOMENTS = SIDE * SIDE;

  private final MovingPhantom phantom;
  private final Grid grid;
  private final double rotationS;
  private final double noiseHu;

  MovingPlatform(MovingPhantom phantom, Vector3 spacing, double rotationS, double noiseHu) {
    this.phantom = phantom;
    double reach =
        phantom.inserts().stream()
                .mapToDouble(i -> i.position().orElseThrow().length())
                .max()
                .orElseThrow()
            + phantom.motion().peakToPeakMm() / 2
            + 32;
    // Corners off the inserts' centres by odd shares of a voxel.
    Vector3 corner = new Vector3(-reach + 0.31, -reach - 0.17, -reach + 0.43);
    this.grid =
        new Grid(
            (int) (2 * reach / spacing.x()),
            (int) (2 * reach / spacing.y()),
            (int) (2 * reach / spacing.z()),
            corner,
            spacing,
            Orientation.AXIAL);
    this.rotationS = rotationS;
    this.noiseHu = noiseHu;
  }

  /** The scan; phase number p shows what {@code shown[p]} should. */
  PhaseSeries scan(int... shown) {
    List<PhaseSeries.Phase> phases = new ArrayList<>();
    for (int p = 0; p < PHASES; p++) {
      int content = shown.length == 0 ? p : shown[p];
      phases.add(new PhaseSeries.Phase(p * 100.0 / PHASES, volume(content * 100.0 / PHASES, p)));
    }
    return new PhaseSeries(phases);
  }

  private ShortVolume volume(double percent, long seed) {
    ShortVolume volume = new ShortVolume(grid);
    SplittableRandom random = new SplittableRandom(seed);
    double background = phantom.inserts().getFirst().backgroundHu();
    float[] hu = new float[grid.size()];
    Arrays.fill(hu, (float) background);
    for (Insert insert : phantom.inserts()) {
      paint(insert, percent, hu);
    }
    for (int i = 0; i < hu.length; i++) {
      volume.values()[i] = (short) Math.round(hu[i] + noiseHu * random.nextGaussian());
    }
    return volume;
  }

  private void paint(Insert insert, double percent, float[] hu) {
    ProgrammedMotion motion = phantom.motion();
    Vector3[] places = new Vector3[MOMENTS];
    for (int m = 0; m < MOMENTS; m++) {
      // Every part of the bin with every part of the rotation.
      double inBin = ((Math.floorDiv(m, SIDE) + 0.5) / SIDE - 0.5) * 100.0 / PHASES;
      double inRotation = ((m % SIDE + 0.5) / SIDE - 0.5) * 100 * rotationS / motion.periodS();
      places[m] =
          insert
              .position()
              .orElseThrow()
              .plus(
                  motion.towardsPhaseZero().times(motion.positionMm(percent + inBin + inRotation)));
    }
    double reach = insert.shape().reachMm() + motion.peakToPeakMm() / 2 + 4;
    Region region = Region.around(grid, insert.position().orElseThrow(), reach);
    for (int k = region.k0(); k < region.k1(); k++) {
      for (int j = region.j0(); j < region.j1(); j++) {
        for (int i = region.i0(); i < region.i1(); i++) {
          double part = part(insert.shape(), places, grid.point(i, j, k));
          hu[grid.offset(i, j, k)] += (float) (part * (insert.hu() - insert.backgroundHu()));
        }
      }
    }
  }

  private double part(InsertShape shape, Vector3[] places, Vector3 voxel) {
    double half = grid.spacing().length() / 2;
    double sum = 0;
    for (Vector3 place : places) {
      double distance = shape.distanceMm(voxel.minus(place));
      if (distance < -half) {
        sum += 1;
      } else if (distance < half) {
        sum += fine(shape, voxel.minus(place));
      }
    }
    return sum / places.length;
  }

  private double fine(InsertShape shape, Vector3 from) {
    int inside = 0;
    for (int k = 0; k < 6; k++) {
      for (int j = 0; j < 4; j++) {
        for (int i = 0; i < 4; i++) {
          Vector3 point =
              from.plus(
                  new Vector3(
                      ((i + 0.5) / 4 - 0.5) * grid.spacing().x(),
                      ((j + 0.5) / 4 - 0.5) * grid.spacing().y(),
                      ((k + 0.5) / 6 - 0.5) * grid.spacing().z()));
          inside += shape.distanceMm(point) < 0 ? 1 : 0;
        }
      }
    }
    return inside / 96.0;
  }
}
