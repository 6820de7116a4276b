package org.breathline.core.planning;

import java.io.IOException;
import java.util.List;
import org.breathline.core.dose.InfluenceMatrix;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.progress.Progress;
import org.breathline.core.treatment.Segment;

/**
 * What beams do to a patient: on one anatomy, or on all breathing phases brought home to a
 * reference. Doses are those of the reference's voxels.
 */
public interface DoseModel {

  /** The reference's dose grid. */
  Grid grid();

  /**
   * What every beamlet does.
   *
   * @param beams whose beamlets are the columns, one beam after the other
   * @param voxels memory offsets in the grid, rising: the rows
   * @return Gy per monitor unit of a beamlet alone being open
   */
  InfluenceMatrix influence(List<PlanBeam> beams, int[] voxels, Progress progress)
      throws IOException;

  /** The dose of segments with their monitor units, Gy. */
  FloatVolume dose(List<Segment> segments, Progress progress) throws IOException;
}
