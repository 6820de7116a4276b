package org.breathline.study.register;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
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
import org.breathline.study.InputException;
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
   * @throws IOException if a file is bad or cannot be written; nothing half-written is left
   */
  public static RegisterPairSummary run(RegisterPairRequest request, Progress progress)
      throws IOException, InputException {
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
    progress.report("writing", 0, 1);
    DisplacementFieldFiles.write(registration.field(), request.out());
    progress.report("writing", 1, 1);
    return summary(request, registration, landmarks);
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
      RegisterPairRequest request, Registration registration, List<LandmarkPair> landmarks)
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
        registration.levels(),
        landmarks.isEmpty()
            ? null
            : new RegisterPairSummary.Landmarks(
                TargetRegistrationError.before(landmarks),
                TargetRegistrationError.after(landmarks, field)),
        Provenance.of("register", request.parameters(), inputs));
  }
}
