package org.breathline.study.register;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.Distribution;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.image.TrilinearSampling;
import org.breathline.core.progress.Progress;
import org.breathline.core.registration.LandmarkPair;
import org.breathline.core.registration.RegistrationSettings;
import org.breathline.core.registration.quality.AutomaticLandmarks;
import org.breathline.core.registration.quality.EvaluationRegion;
import org.breathline.core.registration.quality.FieldQuality;
import org.breathline.core.registration.quality.QualityGate;
import org.breathline.core.registration.quality.QualityLimits;
import org.breathline.core.registration.quality.RegisteredPair;
import org.breathline.core.registration.quality.RegistrationReport;
import org.breathline.core.registration.quality.RegistrationRequest;
import org.breathline.core.scan.PhaseSeries;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.study.output.Version;
import org.breathline.study.phases.RegisteredPhases;
import org.breathline.study.plot.ArrowImage;
import org.breathline.study.plot.MapPanel;
import org.breathline.study.report.CoronalMap;
import org.breathline.study.report.CutGatherer;
import org.breathline.study.report.CutPlanes;
import org.breathline.study.report.RegistrationResult;

/** Judges the fields of a registered 4DCT, phase by phase, and draws the motion. */
public final class JudgedPhases {

  /** What propagating contours needs: TG-132's mean error, mm. */
  private static final double TOLERANCE_MM = 2;

  private static final double ARROW_STEP_MM = 10;

  /** Arrows are drawn in the body; the room around it does not move. */
  private static final int BODY_HU = -980;

  private JudgedPhases() {}

  /**
   * Judges.
   *
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static RegistrationResult of(
      RegisteredPhases registered, Scrutiny scrutiny, Progress progress) {
    return of(registered, scrutiny, QualityLimits.TG132, progress);
  }

  /** As {@link #of(RegisteredPhases, Scrutiny, Progress)} with other limits. */
  static RegistrationResult of(
      RegisteredPhases registered, Scrutiny scrutiny, QualityLimits limits, Progress progress) {
    ShortVolume fixed = registered.reference().volume();
    List<EvaluationRegion> regions = EvaluationRegion.of(fixed);
    Optional<RunLengthMask> lungs =
        regions.stream()
            .filter(r -> r.name().equals(EvaluationRegion.LUNGS))
            .map(EvaluationRegion::mask)
            .findFirst();
    CutPlanes planes = planes(fixed);
    Vector3 through = fixed.grid().point(planes.column(), planes.row(), 0);
    List<PhaseSeries.Phase> phases = registered.phases().series().phases();
    int reference = registered.sequence().reference();
    String method = method();
    QualityGate gate = new QualityGate(limits);
    Optional<OtherEngine> other =
        scrutiny == Scrutiny.SECOND_ENGINE ? Optional.of(new OtherEngine(fixed)) : Optional.empty();
    List<RegistrationResult.Phase> judged = new ArrayList<>();
    for (int n = 0; n < phases.size(); n++) {
      progress.report("judging fields", n, phases.size());
      DisplacementField field = registered.fields().get(n);
      int done = n;
      Progress within = (_, _, _) -> progress.report("judging fields", done, phases.size());
      Optional<RegistrationReport> report =
          n == reference
              ? Optional.empty()
              : Optional.of(
                  RegistrationReport.of(
                      request(registered, phases.get(n)),
                      method,
                      measured(
                          new RegisteredPair(
                              fixed,
                              phases.get(n).volume(),
                              field,
                              Optional.empty(),
                              Optional.empty(),
                              List.of(),
                              regions),
                          other,
                          lungs,
                          within),
                      gate));
      judged.add(
          new RegistrationResult.Phase(
              phases.get(n).percent(),
              lungs.map(mask -> lengths(field, mask)).orElse(Distribution.of(new float[0])),
              motion(fixed, field, planes),
              report,
              maps(report, through, fixed)));
    }
    progress.report("judging fields", phases.size(), phases.size());
    return new RegistrationResult(
        registered.reference().percent(),
        method,
        judged,
        phases.get(registered.sequence().opposite()).percent(),
        registered.sequence().closure());
  }

  private static FieldQuality measured(
      RegisteredPair pair,
      Optional<OtherEngine> other,
      Optional<RunLengthMask> lungs,
      Progress progress) {
    List<LandmarkPair> landmarks =
        lungs
            .map(mask -> AutomaticLandmarks.IN_LUNGS.find(pair.fixed(), pair.moving(), mask))
            .orElseGet(List::of);
    return FieldQuality.of(other.map(o -> o.about(pair, progress)).orElse(pair), landmarks);
  }

  /** The coronal maps of what a second opinion gave, in the body; empty without one. */
  private static List<MapPanel.Tile> maps(
      Optional<RegistrationReport> report, Vector3 through, ShortVolume fixed) {
    TrilinearSampling sampling = new TrilinearSampling(fixed, Float.NaN);
    Predicate<Vector3> inBody = point -> sampling.at(point) > BODY_HU;
    List<MapPanel.Tile> tiles = new ArrayList<>();
    report.ifPresent(r -> {
      FieldQuality.Maps maps = r.quality().maps();
      maps.uncertaintyMm()
          .ifPresent(m ->
              tiles.add(new MapPanel.Tile("two engines apart", CoronalMap.of(m, through, inBody))));
      maps.inverseConsistencyMm()
          .ifPresent(m ->
              tiles.add(new MapPanel.Tile("there and back", CoronalMap.of(m, through, inBody))));
    });
    return tiles;
  }

  private static RegistrationRequest request(RegisteredPhases registered, PhaseSeries.Phase phase) {
    return new RegistrationRequest(
        "carry structures of the reference phase to every phase, and measure their motion",
        "the %.0f %% phase".formatted(registered.reference().percent()),
        "the %.0f %% phase".formatted(phase.percent()),
        RegistrationRequest.Technique.DEFORMABLE,
        Optional.empty(),
        TOLERANCE_MM);
  }

  /** How fields are made, in words. */
  static String method() {
    RegistrationSettings settings = RegistrationSettings.STANDARD;
    return "Breathline %s: normalised gradients and curvature in the lungs, local correlation and total variation in the body; knots every %d voxels, finest levels %s mm in the lungs and %s mm in the body."
        .formatted(
            Version.current(),
            settings.knotStep(),
            settings.lungLevelsMm().getLast(),
            settings.bodyLevelsMm().getLast());
  }

  private static Distribution lengths(DisplacementField field, RunLengthMask mask) {
    Grid grid = mask.grid();
    float[] lengths = new float[Math.toIntExact(mask.voxels())];
    int n = 0;
    for (int row = 0; row < mask.rows(); row++) {
      int j = row % grid.ny();
      int k = row / grid.ny();
      for (int run = mask.firstRun(row); run < mask.firstRun(row + 1); run++) {
        for (int i = mask.start(run); i < mask.end(run); i++) {
          lengths[n++] = (float) field.at(grid.point(i, j, k)).length();
        }
      }
    }
    return Distribution.of(lengths);
  }

  /** Cuts through the lungs of a volume. */
  public static CutPlanes planes(ShortVolume volume) {
    Grid grid = volume.grid();
    short[] middle = new short[grid.sliceSize()];
    System.arraycopy(volume.values(), grid.nz() / 2 * grid.sliceSize(), middle, 0, middle.length);
    return CutPlanes.throughLungs(grid, middle);
  }

  private static RegistrationResult.MotionCut motion(
      ShortVolume fixed, DisplacementField field, CutPlanes planes) {
    Grid grid = fixed.grid();
    CutGatherer gatherer = new CutGatherer(grid, planes);
    short[] slice = new short[grid.sliceSize()];
    for (int k = 0; k < grid.nz(); k++) {
      System.arraycopy(fixed.values(), k * slice.length, slice, 0, slice.length);
      gatherer.accept(k, slice);
    }
    // In a cut the patient's left is at the right, and superior at the top, however it was scanned.
    boolean toLeft = grid.orientation().row().x() > 0;
    boolean toSuperior = grid.orientation().normal().z() > 0;
    int stepI = Math.max(1, (int) Math.round(ARROW_STEP_MM / grid.spacing().x()));
    int stepK = Math.max(1, (int) Math.round(ARROW_STEP_MM / grid.spacing().z()));
    List<ArrowImage.Arrow> arrows = new ArrayList<>();
    for (int k = stepK / 2; k < grid.nz(); k += stepK) {
      for (int i = stepI / 2; i < grid.nx(); i += stepI) {
        if (fixed.values()[grid.offset(i, planes.row(), k)] > BODY_HU) {
          Vector3 u = field.at(grid.point(i, planes.row(), k));
          double column = toLeft ? i + 0.5 : grid.nx() - i - 0.5;
          double row = toSuperior ? grid.nz() - k - 0.5 : k + 0.5;
          arrows.add(
              new ArrowImage.Arrow(
                  column * grid.spacing().x(),
                  row * grid.spacing().z(),
                  u.x(),
                  -u.z(),
                  u.length()));
        }
      }
    }
    return new RegistrationResult.MotionCut(gatherer.coronal(), arrows);
  }
}
