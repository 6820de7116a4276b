package org.breathline.core.motion;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.phantom.BreathingDrive;
import org.breathline.core.phantom.CineProtocol;
import org.breathline.core.phantom.CineSimulator;
import org.breathline.core.phantom.MotionParameters;
import org.breathline.core.phantom.MotionState;
import org.breathline.core.phantom.Organ;
import org.breathline.core.phantom.Phantom;
import org.breathline.core.phantom.PhantomImaging;
import org.breathline.core.phantom.Tumour;
import org.breathline.core.phantom.TumourSite;
import org.breathline.core.progress.Progress;
import org.breathline.core.registration.Registration;
import org.breathline.core.registration.RegistrationSettings;
import org.breathline.core.registration.SequenceRegistration;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.ClockCorrection;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.PhaseSeries;
import org.breathline.core.scan.ScanFeatures;
import org.breathline.core.scan.SliceImages;
import org.breathline.core.scan.TimedScan;
import org.breathline.core.segmentation.LungAir;
import org.breathline.core.segmentation.LungTumour;
import org.breathline.core.segmentation.SeedException;
import org.breathline.core.sorting.ScanSorter;
import org.breathline.core.sorting.SortedScan;
import org.breathline.core.sorting.SortedVolume;
import org.breathline.core.sorting.SortingMethod;
import org.breathline.core.sorting.SortingRequest;
import org.breathline.core.sorting.border.BorderAnalysis;
import org.breathline.core.sorting.border.PhantomCase;
import org.breathline.testkit.RequiresData;
import org.breathline.testkit.ValidationRecord;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * A phantom that breathes along a real, irregular trace, scanned, sorted by phase, registered: what
 * the motion model makes of it, against the truth of the usual breath.
 */
@Tag("full")
final class IrregularScanTest {

  private static final int PHASES = 10;

  private static Phantom phantom;
  private static BreathingDrive drive;
  private static SortedScan sorted;
  private static BadSlabs bad;
  private static PhaseSeries series;
  private static int reference;
  private static List<DisplacementField> fields;
  private static BreathCurve curve;
  private static MotionModel model;
  private static final List<MotionState> USUAL = new ArrayList<>();

  @BeforeAll
  @RequiresData(PhantomCase.TRACE)
  static void scanSortRegister() throws IOException {
    BreathingCycles cycles = PhantomCase.realBreathing();
    drive = BreathingDrive.of(cycles);
    phantom =
        new Phantom(1, MotionParameters.ofDome(20), Optional.of(new Tumour(TumourSite.LUNG, 25)));
    CineProtocol protocol =
        new CineProtocol(
            CineProtocol.square(112, 409.6 / 112),
            -92.5,
            2.5,
            8,
            14,
            0.5,
            0.4,
            19,
            1.4,
            cycles.trace().startS() + 2);
    CineSimulator.CineScan cine =
        new CineSimulator(phantom, drive, PhantomImaging.TYPICAL).scan(protocol);
    TimedScan scan = cine.scan();
    short[][] pixels = new short[scan.sliceCount()][];
    int factor = ScanFeatures.factor(scan.geometry(), scan.sliceCount(), 1 << 26);
    ScanFeatures features = new ScanFeatures(scan, factor);
    for (int image = 0; image < pixels.length; image++) {
      pixels[image] = new short[scan.geometry().size()];
      cine.images().read(image, pixels[image]);
      features.add(image, pixels[image]);
    }
    sorted =
        ScanSorter.sort(
            scan, cycles, ClockCorrection.NONE, SortingRequest.around(SortingMethod.PHASE, PHASES));
    bad =
        BadSlabs.of(
            sorted, BorderAnalysis.of(features, cycles, ClockCorrection.NONE).scores(sorted));
    SliceImages images = (image, hu) -> System.arraycopy(pixels[image], 0, hu, 0, hu.length);
    List<PhaseSeries.Phase> phases = new ArrayList<>();
    List<Double> percents = new ArrayList<>();
    for (int bin = 0; bin < PHASES; bin++) {
      phases.add(
          new PhaseSeries.Phase(10.0 * bin, SortedVolume.read(sorted, bin, images).volume()));
      percents.add(10.0 * bin);
      USUAL.add(usual(cycles, bin / (double) PHASES));
      reference =
          bad.phases().get(bin).size() < bad.phases().get(reference).size() ? bin : reference;
    }
    series = new PhaseSeries(phases);
    Grid grid = phases.getFirst().volume().grid();
    fields =
        new SequenceRegistration(RegistrationSettings.STANDARD)
                .register(
                    PHASES,
                    phase -> phases.get(phase).volume(),
                    reference,
                    SequenceRegistration.compactGrid(grid),
                    Progress.SILENT)
                .registrations()
                .stream()
                .map(Registration::field)
                .toList();
    curve = BreathCurve.of(cycles, percents);
    model =
        MotionModel.fit(
            fields,
            ScannedStates.of(sorted, cycles, ClockCorrection.NONE, percents),
            BadSlabs.none(PHASES));
  }

  private static MotionState usual(BreathingCycles cycles, double share) {
    double amplitude = 0;
    double lagged = 0;
    int count = 0;
    for (Breath breath : cycles.breaths()) {
      if (breath.trusted()) {
        MotionState state = drive.stateAt(breath.startS() + share * breath.periodS());
        amplitude += state.amplitude();
        lagged += state.lagged();
        count++;
      }
    }
    return new MotionState(amplitude / count, lagged / count);
  }

  /** A branching of the lungs' vessels. */
  private record Landmark(Vector3 material, Vector3 inReference) {}

  /** Where the reference phase shows the landmarks: each in the state its slab was scanned in. */
  private static List<Landmark> landmarks() {
    List<CouchPosition> positions = sorted.scan().couchPositions();
    List<Landmark> landmarks = new ArrayList<>();
    for (Vector3 material : phantom.lungLandmarks(MotionState.REFERENCE)) {
      for (int p = 0; p < positions.size(); p++) {
        OptionalInt taken = sorted.acquisition(p, reference);
        if (taken.isPresent()) {
          double midS = positions.get(p).acquisitions().get(taken.getAsInt()).midTimeS();
          Vector3 place = phantom.motion().fromReference(material, drive.stateAt(midS));
          if (place.z() >= positions.get(p).positionMm(0) - 1.25
              && place.z() < positions.get(p).positionMm(7) + 1.25) {
            landmarks.add(new Landmark(material, place));
            break;
          }
        }
      }
    }
    return landmarks;
  }

  @Test
  void theModelFindsTheUsualBreathInIrregularOnes() {
    List<Landmark> landmarks = landmarks();
    double before = 0;
    double after = 0;
    int count = 0;
    for (int p = 0; p < PHASES; p++) {
      DisplacementField modelled = model.at(curve.states().get(p).state());
      for (Landmark landmark : landmarks) {
        Vector3 truth = phantom.motion().fromReference(landmark.material(), USUAL.get(p));
        before += fields.get(p).map(landmark.inReference()).minus(truth).length();
        after += modelled.map(landmark.inReference()).minus(truth).length();
        count++;
      }
    }
    record("landmarks against the usual breath, fields as they are", before / count, "mm");
    record("landmarks against the usual breath, motion model", after / count, "mm");
    assertThat(after / count).isLessThan(1.2);
    assertThat(after).isLessThan(0.4 * before);
  }

  @Test
  void repairedPhasesAreNearerToTheTruthInAllTheirBadSlabs() {
    double before = 0;
    double after = 0;
    int repaired = 0;
    Grid grid = series.phases().getFirst().volume().grid();
    for (int p = 0; p < PHASES; p++) {
      if (!bad.phases().get(p).isEmpty()) {
        ShortVolume truth = phantom.volume(grid, USUAL.get(p));
        boolean[] counted = lungs(USUAL.get(p));
        for (int at = 0; at < counted.length; at++) {
          int slice = at / grid.sliceSize();
          counted[at] &= bad.contains(p, grid.point(0, 0, slice).z());
        }
        ArtefactRepair repair = ArtefactRepair.of(series, p, fields, model, curve, bad);
        before += rms(series.phases().get(p).volume(), truth, counted);
        after += rms(repair.image(), truth, counted);
        repaired++;
      }
    }
    record("bad slabs, lungs, root mean square error before repair", before / repaired, "HU");
    record("bad slabs, lungs, root mean square error after repair", after / repaired, "HU");
    assertThat(after).isLessThan(0.65 * before);
  }

  @Test
  void theMidPositionImageIsNearerToTheMeanThanAverageAndAnyPhase() throws SeedException {
    MidPosition mid = MidPosition.of(series, fields, model.at(curve.mean()), BadSlabs.none(PHASES));
    double amplitude = USUAL.stream().mapToDouble(MotionState::amplitude).average().orElseThrow();
    double lagged = USUAL.stream().mapToDouble(MotionState::lagged).average().orElseThrow();
    MotionState state = new MotionState(amplitude, lagged);
    ShortVolume truth = phantom.volume(mid.image().grid(), state);
    boolean[] lungs = lungs(state);
    ShortVolume average = average();
    double byMid = rms(mid.image(), truth, lungs);
    double byAverage = rms(average, truth, lungs);
    double byPhase = Double.POSITIVE_INFINITY;
    for (PhaseSeries.Phase phase : series.phases()) {
      byPhase = Math.min(byPhase, rms(phase.volume(), truth, lungs));
    }
    record("mean position, lungs, root mean square error of the average CT", byAverage, "HU");
    record("mean position, lungs, root mean square error of the nearest phase", byPhase, "HU");
    record("mean position, lungs, root mean square error of the mid-position CT", byMid, "HU");
    Vector3 centre = Vector3.ZERO;
    for (MotionState usual : USUAL) {
      centre = centre.plus(phantom.tumourCentre(usual).orElseThrow().times(1.0 / PHASES));
    }
    double tumourByMid = tumourError(mid.image(), centre);
    double tumourByAverage = tumourError(average, centre);
    record("tumour against its mean position, average CT", tumourByAverage, "mm");
    record("tumour against its mean position, mid-position CT", tumourByMid, "mm");
    assertThat(byMid).isLessThan(0.6 * byAverage).isLessThan(0.75 * byPhase);
    assertThat(tumourByMid).isLessThan(2).isLessThan(tumourByAverage);
    assertThat(mid.tornShare()).isLessThan(1e-3);
  }

  private static double tumourError(ShortVolume image, Vector3 truth) throws SeedException {
    return LungTumour.of(image, LungAir.of(image), truth)
        .surface()
        .centroid()
        .minus(truth)
        .length();
  }

  private static ShortVolume average() {
    Grid grid = series.phases().getFirst().volume().grid();
    float[] sums = new float[grid.size()];
    for (PhaseSeries.Phase phase : series.phases()) {
      for (int at = 0; at < sums.length; at++) {
        sums[at] += phase.volume().at(at) / (float) PHASES;
      }
    }
    ShortVolume average = new ShortVolume(grid);
    for (int at = 0; at < sums.length; at++) {
      average.values()[at] = (short) Math.round(sums[at]);
    }
    return average;
  }

  private static boolean[] lungs(MotionState state) {
    Grid grid = series.phases().getFirst().volume().grid();
    short[] labels = phantom.labels(grid, state).values();
    boolean[] lungs = new boolean[labels.length];
    for (int at = 0; at < labels.length; at++) {
      lungs[at] =
          labels[at] == Organ.LEFT_LUNG.label()
              || labels[at] == Organ.RIGHT_LUNG.label()
              || labels[at] == Organ.TUMOUR.label();
    }
    return lungs;
  }

  private static double rms(ShortVolume image, ShortVolume truth, boolean[] counted) {
    double sum = 0;
    int count = 0;
    for (int at = 0; at < counted.length; at++) {
      if (counted[at]) {
        double difference = image.at(at) - truth.at(at);
        sum += difference * difference;
        count++;
      }
    }
    return Math.sqrt(sum / count);
  }

  private static void record(String what, double figure, String unit) {
    ValidationRecord.write(
        "motion",
        "irregular phantom scan (dome 20 mm), " + what,
        figure,
        "0, the phantom in its usual breath",
        "the model at least halves it",
        unit);
  }
}
