package org.breathline.study.target;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.breathline.core.geometry.RigidTransform;
import org.breathline.core.image.Projections;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.motion.BadSlabs;
import org.breathline.core.motion.MidPosition;
import org.breathline.core.scan.PhaseSeries;
import org.breathline.core.target.PhaseWindow;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.iod.CtImage;
import org.breathline.exchange.ct.CtSlice;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.DerivedSeries;
import org.breathline.study.phases.RegisteredPhases;

/**
 * The image that is planned on, with the slices that its structure set refers to.
 *
 * @param volume Hounsfield units
 * @param slices in the order of the voxels
 * @param toScan from its coordinates to the 4DCT's
 * @param folder of its series within the result; empty for one that was there before
 */
record PlanningImage(
    ShortVolume volume, List<CtSlice> slices, RigidTransform toScan, Optional<String> folder) {

  private static final DerivedSeries.Name AVERAGE =
      new DerivedSeries.Name(4300, "4DCT average to plan on", "Mean of the phases that count");

  private static final DerivedSeries.Name MID_POSITION =
      new DerivedSeries.Name(
          4301,
          "4DCT mid-position to plan on",
          "Mean of all phases, each brought to the mean position by its displacement field");

  /** The standard CT. */
  static PlanningImage of(StandardCt ct, RigidTransform toScan) {
    return new PlanningImage(ct.volume(), ct.stack().slices(), toScan, Optional.empty());
  }

  /** A phase as it was scanned. */
  static PlanningImage ofPhase(RegisteredPhases registered, double percent) {
    PhaseSeries.Phase phase = registered.phases().nearest(percent);
    return new PlanningImage(
        phase.volume(),
        registered.phases().source().stack(phase.percent()).slices(),
        RigidTransform.IDENTITY,
        Optional.empty());
  }

  /** The mean of the phases in a window, written as a series. */
  static PlanningImage ofAverage(
      RegisteredPhases registered, PhaseWindow window, Provenance provenance, Path result)
      throws IOException {
    List<ShortVolume> volumes =
        registered.phases().series().phases().stream()
            .filter(p -> window.contains(p.percent()))
            .map(PhaseSeries.Phase::volume)
            .toList();
    double[] weights = new double[volumes.size()];
    Arrays.fill(weights, 1.0 / volumes.size());
    return written(
        registered, AVERAGE, Projections.of(volumes, weights).average(), provenance, result);
  }

  /** The mid-position image, written as a series. */
  static PlanningImage ofMidPosition(
      RegisteredPhases registered, Provenance provenance, Path result) throws IOException {
    MidPosition middle =
        MidPosition.of(
            registered.phases().series(),
            registered.fields(),
            BadSlabs.none(registered.fields().size()));
    return written(registered, MID_POSITION, middle.image(), provenance, result);
  }

  private static PlanningImage written(
      RegisteredPhases registered,
      DerivedSeries.Name name,
      ShortVolume volume,
      Provenance provenance,
      Path result)
      throws IOException {
    String folder = PlanningStep.FOLDER + "/image";
    List<CtSlice> slices = new ArrayList<>();
    for (Path file :
        new DerivedSeries(registered.phases(), provenance)
            .write(name, registered.reference().percent(), volume, result.resolve(folder))) {
      slices.add(CtSlice.of(file, CtImage.of(DicomReader.readHeader(file))));
    }
    return new PlanningImage(volume, slices, RigidTransform.IDENTITY, Optional.of(folder));
  }
}
