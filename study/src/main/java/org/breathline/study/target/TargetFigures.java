package org.breathline.study.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.registration.Registration;
import org.breathline.core.registration.SequenceRegistration;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.ShapeComparison;
import org.breathline.core.structure.SurfaceMesh;
import org.breathline.core.target.Direction;
import org.breathline.core.target.InternalTarget;
import org.breathline.core.target.PhaseRegion;
import org.breathline.core.target.TargetReasons;
import org.breathline.study.output.Provenance;
import org.breathline.study.report.Block.Notice;
import org.breathline.study.report.Block.Severity;
import org.breathline.study.target.TargetSummary.Axes;
import org.jspecify.annotations.Nullable;

/** Puts a target into figures and into words of warning. */
final class TargetFigures {

  /** AAPM TG-76: motion beyond this is managed. */
  private static final double MANAGED_MM = 5;

  /** Fields that lead back to another place by more than this cannot be trusted at the target. */
  private static final double RESIDUAL_MM = 2;

  /** The two ways around the breath should not differ by more: TG-132's tolerance of the mean. */
  private static final double CLOSURE_MM = 2;

  /** A surface that faces a side by less than this share of the whole is not worth naming. */
  private static final double NAMED_SIDE = 0.02;

  private final TargetRecipe recipe;
  private final GrossTumour drawn;
  private final MadeTarget made;
  private final SequenceRegistration.Sequence registered;
  private final List<String> refusals;

  TargetFigures(
      TargetRecipe recipe,
      GrossTumour drawn,
      MadeTarget made,
      SequenceRegistration.Sequence registered,
      List<String> refusals) {
    this.recipe = recipe;
    this.drawn = drawn;
    this.made = made;
    this.registered = registered;
    this.refusals = List.copyOf(refusals);
  }

  TargetSummary summary(String folder, Provenance provenance) {
    TargetSummary.@Nullable ProjectionFigures projection = projection().orElse(null);
    return new TargetSummary(
        folder,
        recipe.method().word(),
        drawn.referencePercent(),
        recipe.window().toString(),
        made.regions().stream()
            .map(r ->
                new TargetSummary.NamedVolume(
                    r.name(), r.type().name(), rounded(volumeMl(r.region()))))
            .toList(),
        motion(made.tumour()),
        phases(),
        extents(),
        contact(),
        projection,
        midVentilation(),
        new TargetSummary.RegistrationFigures(
            rounded(registered.closure().meanMm()),
            registered.registrations().stream().mapToInt(Registration::unfolded).sum()),
        null,
        notices(projection),
        provenance);
  }

  private static double volumeMl(LevelSet region) {
    return SurfaceMesh.of(region).volumeMl();
  }

  static double rounded(double value) {
    return Math.rint(value * 1e4) / 1e4 + 0.0;
  }

  static Axes axes(Vector3 lps) {
    return new Axes(rounded(lps.x()), rounded(lps.y()), rounded(lps.z()));
  }

  private static TargetSummary.Motion motion(InternalTarget target) {
    double vector = 0;
    for (PhaseRegion a : target.phases()) {
      for (PhaseRegion b : target.phases()) {
        vector = Math.max(vector, a.centre().minus(b.centre()).length());
      }
    }
    return new TargetSummary.Motion(axes(target.peakToPeakMm()), rounded(vector));
  }

  private List<TargetSummary.PhaseFigures> phases() {
    Vector3 reference =
        made.tumourEverywhere().stream()
            .filter(p -> p.percent() == drawn.referencePercent())
            .findFirst()
            .orElseThrow()
            .centre();
    List<TargetSummary.PhaseFigures> figures = new ArrayList<>();
    for (int p = 0; p < made.tumour().phases().size(); p++) {
      PhaseRegion phase = made.tumour().phases().get(p);
      TargetReasons.PhaseShare share = made.reasons().shares().get(p);
      figures.add(
          new TargetSummary.PhaseFigures(
              phase.percent(),
              rounded(phase.weight()),
              rounded(volumeMl(phase.region())),
              axes(phase.centre().minus(reference)),
              rounded(share.surfaceShare()),
              rounded(share.aloneShare()),
              rounded(phase.residualMm())));
    }
    return figures;
  }

  private List<TargetSummary.ExtentFigures> extents() {
    List<TargetSummary.ExtentFigures> figures = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      TargetReasons.Extent extent = made.reasons().toward(direction);
      figures.add(
          new TargetSummary.ExtentFigures(
              direction.name().toLowerCase(Locale.ROOT),
              rounded(extent.beyondMm()),
              extent.percent(),
              axes(extent.shift())));
    }
    return figures;
  }

  private TargetSummary.ContactFigures contact() {
    List<String> neighbours = new ArrayList<>();
    for (Direction direction : Direction.values()) {
      String neighbour = neighbour(direction);
      if (made.contact().shares().getOrDefault(direction, 0.0) >= NAMED_SIDE
          && !neighbours.contains(neighbour)) {
        neighbours.add(neighbour);
      }
    }
    return new TargetSummary.ContactFigures(rounded(made.contact().share()), neighbours);
  }

  /**
   * What lies on a side of a tumour in a lung: below is the diaphragm, towards the middle not wall.
   */
  private String neighbour(Direction direction) {
    boolean isOnTheLeft = made.tumour().meanCentre().x() > made.middleX();
    return switch (direction) {
      case INFERIOR -> "diaphragm";
      case LEFT -> isOnTheLeft ? "chest wall" : "mediastinum";
      case RIGHT -> isOnTheLeft ? "mediastinum" : "chest wall";
      case ANTERIOR, POSTERIOR, SUPERIOR -> "chest wall";
    };
  }

  private Optional<TargetSummary.ProjectionFigures> projection() {
    if (made.projection().isEmpty()) {
      return Optional.empty();
    }
    MadeTarget.Projection projection = made.projection().get();
    ShapeComparison comparison = ShapeComparison.of(made.tumour().region(), projection.drawn());
    double drawnMl = projection.drawn().mask().volumeMl();
    double unionMl = made.tumour().region().mask().volumeMl();
    return Optional.of(
        new TargetSummary.ProjectionFigures(
            recipe.method().word(),
            rounded(projection.thresholdHu()),
            rounded(drawnMl),
            rounded(unionMl),
            rounded(100 * (1 - drawnMl / unionMl)),
            rounded(comparison.dice()),
            rounded(comparison.meanSurfaceMm()),
            rounded(comparison.hausdorff95Mm())));
  }

  private TargetSummary.MidVentilationFigures midVentilation() {
    MadeTarget.MidVentilation mid = made.midVentilation();
    double planning = volumeMl(mid.planning());
    double itvPlanning = volumeMl(mid.itvPlanning());
    return new TargetSummary.MidVentilationFigures(
        mid.phase().percent(),
        rounded(mid.offsetMm()),
        axes(recipe.errors().systematicMm()),
        axes(recipe.errors().randomMm()),
        recipe.errors().penumbraMm(),
        recipe.errors().beta(),
        axes(mid.margin().marginMm()),
        axes(mid.margin().setupMarginMm()),
        rounded(planning),
        rounded(itvPlanning),
        rounded(itvPlanning - planning),
        rounded(100 * (1 - planning / itvPlanning)));
  }

  private List<TargetSummary.NoticeFigures> notices(
      TargetSummary.@Nullable ProjectionFigures projection) {
    List<Notice> notices = new ArrayList<>();
    for (String refusal : refusals) {
      notices.add(new Notice(Severity.REFUSAL, refusal + " The target was made all the same."));
    }
    TargetSummary.ContactFigures contact = contact();
    if (made.contact().touches()) {
      notices.add(
          warning(
              String.format(
                  Locale.ROOT,
                  "The tumour touches dense tissue with %.0f %% of its surface (%s): its outline there, in every phase, is the registration's and not the image's%s.",
                  100 * contact.share(),
                  String.join(", ", contact.neighbours()),
                  projection == null ? "" : ", and no projection shows it")));
    }
    if (projection != null) {
      notices.add(
          warning(
              String.format(
                  Locale.ROOT,
                  "Drawn on the %s, the target is %.1f mL against %.1f mL united over the phases (%.0f %% less), surfaces %.1f mm apart. Such targets are known to miss (Borm 2018: MIP 20 %%, average 34 %% less).",
                  projection.kind().equals("mip") ? "maximum (MIP)" : "average",
                  projection.volumeMl(),
                  projection.unionMl(),
                  projection.missingPercent(),
                  projection.meanSurfaceMm())));
    }
    double moved = motion(made.tumour()).vectorMm();
    if (moved > MANAGED_MM) {
      notices.add(
          new Notice(
              Severity.NOTE,
              String.format(
                  Locale.ROOT,
                  "The tumour moves %.1f mm, more than the %.0f mm beyond which AAPM TG-76 wants motion managed.",
                  moved,
                  MANAGED_MM)));
    }
    if (!recipe.window().isWhole()) {
      notices.add(
          warning(
              String.format(
                  Locale.ROOT,
                  "Only the phases %s count: the target holds for treatment gated to them.",
                  recipe.window())));
    }
    for (PhaseRegion phase : made.tumourEverywhere()) {
      if (phase.residualMm() > RESIDUAL_MM) {
        notices.add(
            warning(
                String.format(
                    Locale.ROOT,
                    "In the %.0f %% phase the displacement field does not lead back at the tumour's surface (%.1f mm): look at its outline there.",
                    phase.percent(),
                    phase.residualMm())));
      }
    }
    if (registered.closure().meanMm() > CLOSURE_MM) {
      notices.add(
          warning(
              String.format(
                  Locale.ROOT,
                  "The registration's two ways around the breath differ by %.1f mm on average.",
                  registered.closure().meanMm())));
    }
    notices.addAll(drawn.notices());
    return notices.stream()
        .map(n -> new TargetSummary.NoticeFigures(n.severity().name(), n.text()))
        .toList();
  }

  private static Notice warning(String text) {
    return new Notice(Severity.WARNING, text);
  }
}
