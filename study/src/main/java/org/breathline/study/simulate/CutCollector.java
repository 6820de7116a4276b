package org.breathline.study.simulate;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.breathline.core.geometry.Grid;
import org.breathline.exchange.phase.RespiratoryMark.Kind;
import org.breathline.study.report.CutGatherer;
import org.breathline.study.report.CutPlanes;
import org.breathline.study.simulate.SimulationResult.Projection;
import org.breathline.study.sort.SliceSink;

/** Gathers the report's cuts of every volume while its slices pass by. */
final class CutCollector implements SliceSink {

  private final List<CutGatherer> bins = new ArrayList<>();
  private final Map<Kind, CutGatherer> projections = new EnumMap<>(Kind.class);

  CutCollector(Grid grid, CutPlanes planes, int binCount) {
    for (int bin = 0; bin < binCount; bin++) {
      bins.add(new CutGatherer(grid, planes));
    }
    for (Kind kind : Kind.values()) {
      projections.put(kind, new CutGatherer(grid, planes));
    }
  }

  @Override
  public void bin(int bin, int slice, short[] hu) {
    bins.get(bin).accept(slice, hu);
  }

  @Override
  public void projection(Kind kind, int slice, short[] hu) {
    of(kind).accept(slice, hu);
  }

  /** The cuts of a bin. */
  CutGatherer of(int bin) {
    return bins.get(bin);
  }

  private CutGatherer of(Kind kind) {
    return Objects.requireNonNull(projections.get(kind));
  }

  /** The cuts of the projections. */
  List<Projection> projections() {
    return List.of(
        projection("MIP", Kind.MIP),
        projection("MinIP", Kind.MINIP),
        projection("Average", Kind.MEAN));
  }

  private Projection projection(String name, Kind kind) {
    return new Projection(name, of(kind).coronal(), of(kind).sagittal());
  }
}
