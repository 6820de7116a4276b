package org.breathline.study.target;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.GridBox;
import org.breathline.core.image.FloatVolume;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.format.VolumeFiles;
import org.breathline.core.structure.Occupancy;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.target.InternalTarget;
import org.breathline.core.target.TargetReasons;

/**
 * What is known of every voxel around a target, as MetaImage volumes: {@code presence.mha}, the
 * share of the time that the target is there, and {@code made-by.mha}, the phase (per cent) that
 * lies deepest around the voxel and so made it part of the target, {@value #OUTSIDE} outside.
 */
final class TargetMaps {

  /** Stands where the target never is. */
  static final short OUTSIDE = -1;

  private TargetMaps() {}

  /** Writes both maps of a target into a folder. */
  static void write(InternalTarget target, Path folder) throws IOException {
    Occupancy presence = target.presence();
    VolumeFiles.write(
        new FloatVolume(presence.box().of(presence.grid()), presence.fractions()),
        folder.resolve("presence.mha"));
    VolumeFiles.write(madeBy(target), folder.resolve("made-by.mha"));
  }

  private static ShortVolume madeBy(InternalTarget target) {
    GridBox box = target.region().box();
    Grid whole = target.region().grid();
    ShortVolume map = new ShortVolume(box.of(whole));
    Arrays.fill(map.values(), OUTSIDE);
    List<RunLengthMask> makers = TargetReasons.makers(target);
    for (int p = 0; p < makers.size(); p++) {
      short percent = (short) Math.round(target.phases().get(p).percent());
      RunLengthMask made = makers.get(p);
      for (int row = 0; row < made.rows(); row++) {
        int j = row % whole.ny() - box.j0();
        int k = row / whole.ny() - box.k0();
        for (int run = made.firstRun(row); run < made.firstRun(row + 1); run++) {
          int from = map.grid().offset(0, j, k) - box.i0();
          Arrays.fill(map.values(), from + made.start(run), from + made.end(run), percent);
        }
      }
    }
    return map;
  }
}
