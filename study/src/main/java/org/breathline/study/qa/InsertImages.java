package org.breathline.study.qa;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.qa.MovingPhantom;
import org.breathline.core.qa.TrackedInsert;
import org.breathline.core.scan.PhaseSeries;
import org.breathline.study.report.Cut;
import org.breathline.study.report.CutGatherer;
import org.breathline.study.report.CutPlanes;

/**
 * Pictures of an insert: the same small window of every phase, in a plane that holds the motion.
 *
 * @param plane its name
 * @param cuts one a phase; none if the insert is not seen
 */
record InsertImages(String plane, List<Cut> cuts) {

  private static final double BORDER_MM = 10;

  InsertImages {
    cuts = List.copyOf(cuts);
  }

  static InsertImages of(TrackedInsert insert, MovingPhantom phantom, PhaseSeries series) {
    Vector3 axis = phantom.motion().towardsPhaseZero();
    boolean sagittal = Math.abs(axis.y()) > Math.abs(axis.x());
    String plane = sagittal ? "Sagittal" : "Coronal";
    if (insert.middle().isEmpty()) {
      return new InsertImages(plane, List.of());
    }
    double across = insert.insert().shape().reachMm() + BORDER_MM;
    double half = phantom.motion().peakToPeakMm() / 2;
    Vector3 reach =
        new Vector3(
            across + half * Math.abs(axis.x()),
            across + half * Math.abs(axis.y()),
            across + half * Math.abs(axis.z()));
    List<Cut> cuts = new ArrayList<>();
    for (PhaseSeries.Phase phase : series.phases()) {
      ShortVolume window = window(phase.volume(), insert.middle().get(), reach);
      Vector3 at = window.grid().index(insert.middle().get());
      CutGatherer gatherer =
          new CutGatherer(
              window.grid(),
              new CutPlanes(
                  Math.clamp(Math.round(at.x()), 0, window.grid().nx() - 1),
                  Math.clamp(Math.round(at.y()), 0, window.grid().ny() - 1)));
      int size = window.grid().sliceSize();
      for (int k = 0; k < window.grid().nz(); k++) {
        gatherer.accept(k, Arrays.copyOfRange(window.values(), k * size, (k + 1) * size));
      }
      cuts.add(sagittal ? gatherer.sagittal() : gatherer.coronal());
    }
    return new InsertImages(plane, cuts);
  }

  /** A box of the volume, along its own axes. */
  private static ShortVolume window(ShortVolume volume, Vector3 middle, Vector3 reach) {
    Grid grid = volume.grid();
    Vector3 at = grid.index(middle);
    Range i =
        Range.around(
            at.x(), inGrid(grid.orientation().row(), reach) / grid.spacing().x(), grid.nx());
    Range j =
        Range.around(
            at.y(), inGrid(grid.orientation().column(), reach) / grid.spacing().y(), grid.ny());
    Range k =
        Range.around(
            at.z(), inGrid(grid.orientation().normal(), reach) / grid.spacing().z(), grid.nz());
    Grid part =
        new Grid(
            i.size(),
            j.size(),
            k.size(),
            grid.point(i.from(), j.from(), k.from()),
            grid.spacing(),
            grid.orientation());
    ShortVolume window = new ShortVolume(part);
    for (int z = 0; z < k.size(); z++) {
      for (int y = 0; y < j.size(); y++) {
        System.arraycopy(
            volume.values(),
            grid.offset(i.from(), j.from() + y, k.from() + z),
            window.values(),
            part.offset(0, y, z),
            i.size());
      }
    }
    return window;
  }

  private static double inGrid(Vector3 direction, Vector3 reach) {
    return Math.abs(direction.x()) * reach.x()
        + Math.abs(direction.y()) * reach.y()
        + Math.abs(direction.z()) * reach.z();
  }

  private record Range(int from, int size) {
    static Range around(double at, double within, int size) {
      int from = Math.clamp((long) Math.floor(at - within), 0, size - 1);
      int to = Math.clamp((long) Math.ceil(at + within), from, size - 1);
      return new Range(from, to - from + 1);
    }
  }
}
