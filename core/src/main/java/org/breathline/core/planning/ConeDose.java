package org.breathline.core.planning;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.breathline.core.dose.BeamletInfluence;
import org.breathline.core.dose.CollapsedCone;
import org.breathline.core.dose.FluenceMap;
import org.breathline.core.dose.InfluenceColumn;
import org.breathline.core.dose.InfluenceMatrix;
import org.breathline.core.dose.machine.Collimation;
import org.breathline.core.dose.machine.DeliveredFluence;
import org.breathline.core.dose.medium.DensityVolume;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.planning.beam.BeamletGrid;
import org.breathline.core.progress.Progress;
import org.breathline.core.treatment.BeamFrame;
import org.breathline.core.treatment.Segment;

/**
 * The dose on one anatomy by collapsed cones: of beamlets within their neighbourhood, of segments
 * from the fluence that passes them.
 *
 * @param engine with its beam
 * @param densities the anatomy
 * @param collimation what jaws and leaves let pass: the machine's own, so that a plan calculated
 *     again gets the dose it was planned with
 * @param settings how beamlets are calculated
 */
public record ConeDose(
    CollapsedCone engine,
    DensityVolume densities,
    Collimation collimation,
    BeamletInfluence.Settings settings)
    implements DoseModel {

  @Override
  public Grid grid() {
    return densities.grid();
  }

  @Override
  public InfluenceMatrix influence(List<PlanBeam> beams, int[] voxels, Progress progress)
      throws IOException {
    List<InfluenceColumn> columns = new ArrayList<>();
    for (PlanBeam beam : beams) {
      BeamletGrid grid = beam.raster().beamlets();
      List<Vector3> centres = new ArrayList<>();
      for (int beamlet = 0; beamlet < grid.beamlets(); beamlet++) {
        centres.add(new Vector3(grid.xMm(beamlet), grid.yMm(beamlet), 0));
      }
      double half = grid.spacingMm() / 2;
      BeamletInfluence influence =
          new BeamletInfluence(
              engine,
              densities,
              beam.frame(),
              grid.spacingMm(),
              grid.x0Mm() - half,
              grid.y0Mm() - half,
              voxels,
              settings);
      columns.addAll(influence.columns(centres, progress));
    }
    return new InfluenceMatrix(voxels.length, columns);
  }

  @Override
  public FloatVolume dose(List<Segment> segments, Progress progress) throws IOException {
    FloatVolume sum = new FloatVolume(grid());
    int from = 0;
    while (from < segments.size()) {
      BeamFrame frame = segments.get(from).frame();
      int to = from;
      while (to < segments.size() && segments.get(to).frame().equals(frame)) {
        to++;
      }
      FluenceMap delivered = DeliveredFluence.of(segments.subList(from, to), collimation);
      FloatVolume dose = engine.dose(densities, frame, delivered, progress);
      for (int voxel = 0; voxel < sum.values().length; voxel++) {
        sum.values()[voxel] += dose.values()[voxel];
      }
      from = to;
    }
    return sum;
  }
}
