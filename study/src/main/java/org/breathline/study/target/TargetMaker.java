package org.breathline.study.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.image.Projections;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.scan.PhaseSeries;
import org.breathline.core.segmentation.LungAir;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.Margin;
import org.breathline.core.structure.RunLengthMask;
import org.breathline.core.structure.StructureType;
import org.breathline.core.target.BreathingMargin;
import org.breathline.core.target.InternalTarget;
import org.breathline.core.target.PhaseField;
import org.breathline.core.target.PhaseRegion;
import org.breathline.core.target.ProjectionTarget;
import org.breathline.core.target.Propagation;
import org.breathline.core.target.TargetReasons;
import org.breathline.core.target.TissueContact;
import org.breathline.study.RefusalException;
import org.breathline.study.phases.LoadedPhases;

/** Makes a target of what was drawn and of the fields to every phase. */
final class TargetMaker {

  private final TargetRecipe recipe;
  private final GrossTumour drawn;
  private final LoadedPhases phases;
  private final List<PhaseField> fields;

  TargetMaker(
      TargetRecipe recipe, GrossTumour drawn, LoadedPhases phases, List<PhaseField> fields) {
    this.recipe = recipe;
    this.drawn = drawn;
    this.phases = phases;
    this.fields = fields;
  }

  MadeTarget make() throws RefusalException {
    LevelSet gtv = drawn.region();
    LevelSet ctv = clinical(gtv);
    List<PhaseRegion> tumourEverywhere = new Propagation(gtv).to(fields);
    InternalTarget tumour = InternalTarget.over(tumourEverywhere, recipe.window());
    List<PhaseRegion> targets =
        recipe.ctvMarginMm() > 0 ? new Propagation(ctv).to(fields) : tumourEverywhere;
    InternalTarget target = InternalTarget.over(targets, recipe.window());
    ShortVolume reference = phases.nearest(drawn.referencePercent()).volume();
    Optional<MadeTarget.Projection> projection = projection(reference, tumour);
    MadeTarget.MidVentilation mid = midVentilation(tumour, target, targets);
    return new MadeTarget(
        reference,
        tumour,
        tumourEverywhere,
        target,
        TargetReasons.of(target, ofReference(targets)),
        TissueContact.of(gtv, reference),
        middleX(reference),
        projection,
        mid,
        regions(ctv, tumourEverywhere, tumour, target, projection, mid));
  }

  /** Of the lungs' air, or of the image without lungs. */
  private static double middleX(ShortVolume image) {
    Grid grid = image.grid();
    return LungAir.of(image)
        .centroid()
        .orElse(grid.point((grid.nx() - 1) / 2.0, (grid.ny() - 1) / 2.0, 0))
        .x();
  }

  private LevelSet clinical(LevelSet gtv) {
    return recipe.ctvMarginMm() > 0
        ? Margin.isotropic(recipe.ctvMarginMm()).around(gtv, drawn.barrier())
        : gtv;
  }

  private PhaseRegion ofReference(List<PhaseRegion> regions) {
    return regions.stream()
        .filter(r -> r.percent() == drawn.referencePercent())
        .findFirst()
        .orElseThrow();
  }

  private Optional<MadeTarget.Projection> projection(ShortVolume reference, InternalTarget tumour)
      throws RefusalException {
    if (recipe.method() != TargetMethod.MIP && recipe.method() != TargetMethod.AVERAGE) {
      return Optional.empty();
    }
    ProjectionTarget drawing =
        ProjectionTarget.of(
                reference,
                drawn.region().onto(reference.grid()),
                tumour.region().onto(reference.grid()))
            .orElseThrow(() ->
                new RefusalException(
                    "There is too little lung around the tumour: a projection over the phases does"
                        + " not show its outline. Use --method union."));
    List<ShortVolume> volumes = new ArrayList<>();
    List<Double> weights = new ArrayList<>();
    for (PhaseSeries.Phase phase : phases.series().phases()) {
      if (recipe.window().contains(phase.percent())) {
        volumes.add(phase.volume());
        weights.add(1.0);
      }
    }
    double[] shares = weights.stream().mapToDouble(w -> w / weights.size()).toArray();
    Projections projections = Projections.of(volumes, shares);
    RunLengthMask mask =
        recipe.method() == TargetMethod.MIP
            ? drawing.onMaximum(projections.maximum())
            : drawing.onAverage(projections.average());
    if (mask.isEmpty()) {
      throw new RefusalException(
          "The projection over the phases shows nothing of the tumour. Use --method union.");
    }
    return Optional.of(
        new MadeTarget.Projection(
            LevelSet.of(mask).onto(drawn.region().grid()), drawing.thresholdHu()));
  }

  private MadeTarget.MidVentilation midVentilation(
      InternalTarget tumour, InternalTarget target, List<PhaseRegion> targets) {
    BreathingMargin margin = BreathingMargin.of(tumour.peakToPeakMm(), recipe.errors());
    PhaseRegion phase = tumour.midVentilation();
    PhaseRegion clinical =
        targets.stream().filter(t -> t.percent() == phase.percent()).findFirst().orElseThrow();
    Vector3 offset = phase.centre().minus(tumour.meanCentre());
    return new MadeTarget.MidVentilation(
        margin,
        clinical,
        offset.length(),
        margin.margin().around(clinical.region()),
        margin.setupMargin().around(target.region()));
  }

  private List<MadeTarget.Region> regions(
      LevelSet ctv,
      List<PhaseRegion> tumourEverywhere,
      InternalTarget tumour,
      InternalTarget target,
      Optional<MadeTarget.Projection> projection,
      MadeTarget.MidVentilation mid) {
    List<MadeTarget.Region> regions = new ArrayList<>();
    regions.add(new MadeTarget.Region("GTV", StructureType.GTV, drawn.region()));
    if (recipe.everyPhase()) {
      for (PhaseRegion phase : tumourEverywhere) {
        regions.add(
            new MadeTarget.Region(
                String.format(Locale.ROOT, "GTV_%02.0f", phase.percent()),
                StructureType.GTV,
                phase.region()));
      }
    }
    regions.add(new MadeTarget.Region("IGTV", StructureType.IGTV, tumour.region()));
    if (recipe.ctvMarginMm() > 0) {
      regions.add(new MadeTarget.Region("CTV", StructureType.CTV, ctv));
    }
    regions.add(new MadeTarget.Region("ITV", StructureType.ITV, target.region()));
    if (recipe.method() == TargetMethod.MIDV) {
      regions.add(new MadeTarget.Region("CTV_MIDV", StructureType.CTV, mid.phase().region()));
      regions.add(new MadeTarget.Region("PTV_MIDV", StructureType.PTV, mid.planning()));
      return regions;
    }
    LevelSet treated = target.region();
    if (projection.isPresent()) {
      treated = clinical(projection.get().drawn());
      String name = "ITV_" + recipe.method().name();
      regions.add(new MadeTarget.Region(name, StructureType.ITV, treated));
    }
    if (recipe.ptvMarginMm().isPresent()) {
      Margin margin = Margin.isotropic(recipe.ptvMarginMm().getAsDouble());
      regions.add(new MadeTarget.Region("PTV", StructureType.PTV, margin.around(treated)));
    }
    return regions;
  }
}
