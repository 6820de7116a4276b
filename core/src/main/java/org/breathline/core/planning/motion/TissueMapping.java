package org.breathline.core.planning.motion;

import java.util.Arrays;
import java.util.BitSet;
import org.breathline.core.dose.InfluenceColumn;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;

/**
 * Brings doses of a phase home to voxels of the reference: the dose of a voxel at x is the phase's
 * at x + u(x), interpolated trilinearly (direct mapping); what moves out of the phase's grid gets
 * none.
 */
final class TissueMapping {

  private static final int CORNERS = 8;

  private final int rows;

  /** Offsets in the phase's grid that are needed, rising. */
  private final int[] needed;

  /** The corners of needed voxel n are those from {@code starts[n]} to below {@code [n + 1]}. */
  private final int[] starts;

  private final int[] rowOfCorner;
  private final float[] shareOfCorner;

  TissueMapping(Grid reference, int[] voxels, DisplacementField field, Grid phase) {
    this.rows = voxels.length;
    int[] corners = new int[CORNERS * rows];
    float[] shares = new float[CORNERS * rows];
    Arrays.fill(corners, -1);
    BitSet used = new BitSet(phase.size());
    for (int row = 0; row < rows; row++) {
      Vector3 index = phase.index(field.map(reference.point(voxels[row])));
      int i = (int) Math.floor(index.x());
      int j = (int) Math.floor(index.y());
      int k = (int) Math.floor(index.z());
      for (int corner = 0; corner < CORNERS; corner++) {
        int ci = i + (corner & 1);
        int cj = j + (corner >> 1 & 1);
        int ck = k + (corner >> 2);
        double share =
            (1 - Math.abs(index.x() - ci))
                * (1 - Math.abs(index.y() - cj))
                * (1 - Math.abs(index.z() - ck));
        boolean within =
            ci >= 0 && ci < phase.nx() && cj >= 0 && cj < phase.ny() && ck >= 0 && ck < phase.nz();
        if (within && share > 0) {
          corners[CORNERS * row + corner] = phase.offset(ci, cj, ck);
          shares[CORNERS * row + corner] = (float) share;
          used.set(phase.offset(ci, cj, ck));
        }
      }
    }
    this.needed = used.stream().toArray();
    this.starts = new int[needed.length + 1];
    int[] place = new int[corners.length];
    for (int corner = 0; corner < corners.length; corner++) {
      if (corners[corner] >= 0) {
        place[corner] = Arrays.binarySearch(needed, corners[corner]);
        starts[place[corner] + 1]++;
      }
    }
    for (int n = 0; n < needed.length; n++) {
      starts[n + 1] += starts[n];
    }
    this.rowOfCorner = new int[starts[needed.length]];
    this.shareOfCorner = new float[rowOfCorner.length];
    int[] next = starts.clone();
    for (int corner = 0; corner < corners.length; corner++) {
      if (corners[corner] >= 0) {
        int at = next[place[corner]]++;
        rowOfCorner[at] = corner / CORNERS;
        shareOfCorner[at] = shares[corner];
      }
    }
  }

  /** The voxels of the phase that doses are needed at: offsets, rising. */
  int[] needed() {
    return needed.clone();
  }

  /** Adds a multiple of a phase's column, whose rows are the needed voxels, to the reference's. */
  void addTo(float[] reference, InfluenceColumn ofPhase, float factor) {
    ofPhase.forEach((n, dose) -> {
      for (int corner = starts[n]; corner < starts[n + 1]; corner++) {
        reference[rowOfCorner[corner]] += factor * shareOfCorner[corner] * dose;
      }
    });
  }

  int rows() {
    return rows;
  }
}
