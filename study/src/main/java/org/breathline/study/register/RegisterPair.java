package org.breathline.study.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.breathline.core.field.Composition;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.field.format.DisplacementFieldFiles;
import org.breathline.core.geometry.Grid;
import org.breathline.core.image.Volume;
import org.breathline.core.image.format.VolumeFiles;
import org.breathline.core.progress.Progress;
import org.breathline.core.registration.LandmarkPair;
import org.breathline.core.registration.PairwiseRegistration;
import org.breathline.core.registration.Registration;
import org.breathline.core.registration.RegistrationSettings;
import org.breathline.core.registration.SequenceRegistration;
import org.breathline.core.registration.TargetRegistrationError;
import org.breathline.core.registration.quality.FieldQuality;
import org.breathline.core.registration.quality.Outcome;
import org.breathline.core.registration.quality.QualityFinding;
import org.breathline.core.registration.quality.QualityGate;
import org.breathline.core.registration.quality.QualityLimits;
import org.breathline.core.registration.quality.QualityVerdict;
import org.breathline.core.registration.quality.RegisteredPair;
import org.breathline.study.InputException;
import org.breathline.study.RefusalException;
import org.breathline.study.UsageException;
import org.breathline.study.output.Digests;
import org.breathline.study.output.Provenance;

/** Registers two volumes in files and writes the displacement field. */
public final class RegisterPair {

  private RegisterPair() {}

  /**
   * Registers.
   *
   * @throws UsageException if the field's file cannot be one, or is one of the inputs
   * @throws InputException if the landmarks are none
   * @throws RefusalException if the gate refuses the field and the user does not insist
   * @throws IOException if a file is bad or cannot be written; nothing half-written is left
   */
  public static RegisterPairSummary run(RegisterPairRequest request, Progress progress)
      throws IOException, InputException, RefusalException {
    check(request);
    progress.report("reading", 0, 2);
    Volume fixed = VolumeFiles.read(request.fixed());
    progress.report("reading", 1, 2);
    Volume moving = VolumeFiles.read(request.moving());
    progress.report("reading", 2, 2);
    List<LandmarkPair> landmarks =
        request.landmarks().isPresent()
            ? LandmarkFile.read(request.landmarks().get(), fixed.grid(), moving.grid())
            : List.of();
    Grid onto = fieldGrid(fixed.grid(), request.fieldSpacingMm());
    Registration registration =
        new PairwiseRegistration(RegistrationSettings.STANDARD)
            .register(fixed, moving, onto, progress);
    QualityVerdict verdict = judged(fixed, moving, registration.field(), landmarks);
    if (verdict.outcome() == Outcome.REFUSE && !request.insist()) {
      throw new RefusalException(
          "The registration is not good enough to be used. "
              + verdict.findings().getFirst().message()
              + " Look at the images; --insist writes the field all the same.");
    }
    progress.report("writing", 0, 1);
    DisplacementFieldFiles.write(
        registration.field(),
        verdict.outcome() == Outcome.REFUSE ? RegisterSeries.REFUSED : "",
        request.out());
    progress.report("writing", 1, 1);
    return summary(request, registration, landmarks, verdict);
  }

  /** Looked at in steps of 3 mm, in which the field was made. */
  private static QualityVerdict judged(
      Volume fixed, Volume moving, DisplacementField field, List<LandmarkPair> landmarks) {
    DisplacementField coarse =
        Composition.resampled(field, SequenceRegistration.compactGrid(fixed.grid()));
    RegisteredPair pair = RegisteredPair.of(fixed, moving, coarse).withLandmarks(landmarks);
    return new QualityGate(QualityLimits.TG132).judge(FieldQuality.of(pair, List.of()));
  }

  private static Grid fieldGrid(Grid fixed, OptionalDouble spacingMm) {
    if (spacingMm.isEmpty()) {
      return fixed;
    }
    double spacing = spacingMm.getAsDouble();
    if (!(spacing >= 0.5 && spacing <= 20)) {
      throw new UsageException("The field's spacing is 0.5 to 20 mm, not %s.".formatted(spacing));
    }
    return SequenceRegistration.fieldGrid(fixed, spacing);
  }

  private static void check(RegisterPairRequest request) throws IOException {
    if (!VolumeFiles.hasKnownEnding(request.out())) {
      throw new UsageException(
          "%s: a field's file ends in one of %s."
              .formatted(request.out(), String.join(", ", VolumeFiles.endings())));
    }
    List<Path> inputs = new ArrayList<>(List.of(request.fixed(), request.moving()));
    request.landmarks().ifPresent(inputs::add);
    for (Path input : inputs) {
      if (Files.notExists(input)) {
        throw new UsageException(input + " is not there.");
      }
      if (Files.exists(request.out()) && Files.isSameFile(input, request.out())) {
        throw new UsageException(input + " is an input; the field needs another file.");
      }
    }
  }

  private static RegisterPairSummary summary(
      RegisterPairRequest request,
      Registration registration,
      List<LandmarkPair> landmarks,
      QualityVerdict verdict)
      throws IOException {
    DisplacementField field = registration.field();
    Grid grid = field.grid();
    double sum = 0;
    double greatest = 0;
    for (int i = 0; i < grid.size(); i++) {
      double x = field.x()[i];
      double y = field.y()[i];
      double z = field.z()[i];
      double length = Math.sqrt(x * x + y * y + z * z);
      sum += length;
      greatest = Math.max(greatest, length);
    }
    List<Provenance.Input> inputs = new ArrayList<>();
    inputs.add(new Provenance.Input("fixed", 1, Digests.ofFile(request.fixed())));
    inputs.add(new Provenance.Input("moving", 1, Digests.ofFile(request.moving())));
    if (request.landmarks().isPresent()) {
      inputs.add(new Provenance.Input("landmarks", 1, Digests.ofFile(request.landmarks().get())));
    }
    return new RegisterPairSummary(
        request.out().toString(),
        List.of(grid.nx(), grid.ny(), grid.nz()),
        List.of(grid.spacing().x(), grid.spacing().y(), grid.spacing().z()),
        sum / grid.size(),
        greatest,
        registration.unfolded(),
        verdict.outcome().name().toLowerCase(Locale.ROOT),
        verdict.findings().stream().map(QualityFinding::message).toList(),
        registration.levels(),
        landmarks.isEmpty()
            ? null
            : new RegisterPairSummary.Landmarks(
                TargetRegistrationError.before(landmarks),
                TargetRegistrationError.after(landmarks, field)),
        Provenance.of("register", request.parameters(), inputs));
  }
}
