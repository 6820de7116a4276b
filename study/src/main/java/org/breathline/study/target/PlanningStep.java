package org.breathline.study.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.geometry.RigidTransform;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.progress.Progress;
import org.breathline.core.registration.rigid.RigidRegistration;
import org.breathline.core.segmentation.BodyMask;
import org.breathline.core.structure.ContourTracer;
import org.breathline.core.structure.LevelSet;
import org.breathline.core.structure.Structure;
import org.breathline.core.structure.SurfaceMesh;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.io.DicomReader;
import org.breathline.exchange.registration.RegistrationContext;
import org.breathline.exchange.registration.SpatialRegistrations;
import org.breathline.exchange.structure.StructureSetContext;
import org.breathline.exchange.structure.StructureSetWriter;
import org.breathline.study.RefusalException;
import org.breathline.study.output.Provenance;
import org.breathline.study.phases.RegisteredPhases;

/**
 * Carries a target to the image that is planned on: with a standard CT, along its rigid
 * registration with the reference phase; otherwise as it is, for the image is of the 4DCT.
 */
final class PlanningStep {

  /** Within the result. */
  static final String FOLDER = "planning";

  private static final String STRUCTURES = FOLDER + "/rtstruct.dcm";
  private static final String REGISTRATION = FOLDER + "/registration.dcm";

  /** Two CTs of one body that lie right are more alike than this. */
  private static final double LEAST_CORRELATION = 0.6;

  /** Less of the body in both is not enough to tell turns from shifts. */
  private static final double LEAST_OVERLAP = 0.3;

  private final RegisteredPhases registered;
  private final Provenance provenance;
  private final Path result;

  PlanningStep(RegisteredPhases registered, Provenance provenance, Path result) {
    this.registered = registered;
    this.provenance = provenance;
    this.result = result;
  }

  /**
   * What was carried.
   *
   * @param image that is planned on
   * @param regions on it
   * @param figures of it
   */
  record Carried(PlanningImage image, List<MadeTarget.Region> regions, PlanningFigures figures) {

    Carried {
      regions = List.copyOf(regions);
    }
  }

  /**
   * Carries and writes.
   *
   * @param ct the standard CT, if there is one
   * @param insist whether to use a registration that cannot be right
   * @throws RefusalException if the registration cannot be right and the user does not insist
   */
  Carried take(
      PlanningChoice choice,
      Optional<StandardCt> ct,
      TargetResult target,
      boolean insist,
      Progress progress)
      throws IOException, RefusalException {
    Files.createDirectories(result.resolve(FOLDER));
    Optional<RigidRegistration.Result> rigid = Optional.empty();
    if (ct.isPresent()) {
      rigid = Optional.of(register(ct.get(), insist, progress));
      writeRegistration(ct.get(), rigid.get());
    }
    PlanningImage image =
        switch (choice.on()) {
          case PlanOn.PlanningCt _ ->
              PlanningImage.of(ct.orElseThrow(), rigid.orElseThrow().transform());
          case PlanOn.Average _ ->
              PlanningImage.ofAverage(registered, target.recipe().window(), provenance, result);
          case PlanOn.MidPosition _ -> PlanningImage.ofMidPosition(registered, provenance, result);
          case PlanOn.Phase phase -> PlanningImage.ofPhase(registered, phase.percent());
        };
    List<MadeTarget.Region> carried = new ArrayList<>();
    for (MadeTarget.Region region : target.regions()) {
      carried.add(
          new MadeTarget.Region(
              region.name(), region.type(), CarriedRegion.onto(image, region.region())));
    }
    writeStructures(choice, image, carried);
    Vector3 middle = SurfaceMesh.of(target.regions().getFirst().region()).centroid();
    return new Carried(image, carried, figures(choice, image, carried, ct, rigid, middle));
  }

  private RigidRegistration.Result register(StandardCt ct, boolean insist, Progress progress)
      throws RefusalException {
    RigidRegistration.Result found =
        RigidRegistration.register(
            ct.volume(), registered.reference().volume(), BodyMask.of(ct.volume()), progress);
    if (!insist && (found.correlation() < LEAST_CORRELATION || found.overlap() < LEAST_OVERLAP)) {
      throw new RefusalException(
          String.format(
              Locale.ROOT,
              "The planning CT does not fit the 4DCT: correlation %.2f (at least %.2f), %.0f %% of"
                  + " its body in the 4DCT (at least %.0f %%). --insist uses the registration all"
                  + " the same.",
              found.correlation(),
              LEAST_CORRELATION,
              100 * found.overlap(),
              100 * LEAST_OVERLAP));
    }
    return found;
  }

  private void writeRegistration(StandardCt ct, RigidRegistration.Result rigid) throws IOException {
    Dataset header = DicomReader.readHeader(ct.stack().slices().getFirst().file()).dataset();
    SpatialRegistrations.write(
        result.resolve(REGISTRATION),
        rigid.transform(),
        new RegistrationContext(
            ct.stack().slices(),
            registered.phases().source().stack(registered.reference().percent()).slices(),
            header,
            String.format(
                Locale.ROOT, "Planning CT to 4DCT %.0f %%", registered.reference().percent()),
            String.format(
                Locale.ROOT,
                "breathline %s: rigid, by squared differences with a biweight in and next to bone;"
                    + " correlation %.3f",
                provenance.version(),
                rigid.correlation()),
            now()));
  }

  private void writeStructures(
      PlanningChoice choice, PlanningImage image, List<MadeTarget.Region> regions)
      throws IOException {
    List<Structure> structures = new ArrayList<>();
    for (MadeTarget.Region region : regions) {
      structures.add(
          Structure.of(
              structures.size() + 1,
              region.name(),
              region.type(),
              ContourTracer.traceWithKeyholes(region.region())));
    }
    StructureSetWriter.write(
        result.resolve(STRUCTURES),
        new StructureSetContext(
            "PLAN",
            "Internal target volume, to plan on " + choice.on().word(),
            image.slices(),
            DicomReader.readHeader(image.slices().getFirst().file()).dataset(),
            StructureSetContext.Algorithm.SEMIAUTOMATIC,
            now()),
        structures);
  }

  private static LocalDateTime now() {
    return LocalDateTime.now(ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS);
  }

  private PlanningFigures figures(
      PlanningChoice choice,
      PlanningImage image,
      List<MadeTarget.Region> regions,
      Optional<StandardCt> ct,
      Optional<RigidRegistration.Result> rigid,
      Vector3 middle) {
    PlanningFigures.Rigid found = null;
    if (ct.isPresent() && rigid.isPresent()) {
      RigidRegistration.Result r = rigid.get();
      RigidTransform back = r.transform().inverse();
      Vector3 shift = back.apply(middle).minus(middle);
      String frame = ct.get().stack().slices().getFirst().frameOfReferenceUid();
      found =
          new PlanningFigures.Rigid(
              REGISTRATION,
              frame.equals(
                  registered.phases().source().allSlices().getFirst().frameOfReferenceUid()),
              TargetFigures.axes(shift),
              TargetFigures.rounded(r.transform().angleDegrees()),
              TargetFigures.rounded(r.correlation()),
              TargetFigures.rounded(r.overlap()),
              TargetFigures.rounded(r.outlierShare()),
              TargetFigures.rounded(r.runnerUpMm()));
    }
    return new PlanningFigures(
        choice.on().word(),
        STRUCTURES,
        image.folder().orElse(null),
        found,
        regions.stream()
            .map(
                r -> new TargetSummary.NamedVolume(r.name(), r.type().name(), volumeMl(r.region())))
            .toList());
  }

  private static double volumeMl(LevelSet region) {
    return TargetFigures.rounded(SurfaceMesh.of(region).volumeMl());
  }
}
