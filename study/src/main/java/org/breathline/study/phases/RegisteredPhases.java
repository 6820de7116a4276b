package org.breathline.study.phases;

import java.io.IOException;
import java.util.List;
import org.breathline.core.field.DisplacementField;
import org.breathline.core.progress.Progress;
import org.breathline.core.registration.Registration;
import org.breathline.core.registration.RegistrationSettings;
import org.breathline.core.registration.SequenceRegistration;
import org.breathline.core.scan.PhaseSeries;

/**
 * A 4DCT whose phases are registered with one of them: where each point of the reference phase is
 * in every phase.
 *
 * @param phases the 4DCT
 * @param sequence what the registration found
 */
public record RegisteredPhases(LoadedPhases phases, SequenceRegistration.Sequence sequence) {

  /**
   * The phase that is registered with where nobody chooses: near the end of exhalation, at rest.
   */
  public static final double REFERENCE_PERCENT = 50;

  /**
   * Registers all phases with the one nearest to a phase.
   *
   * @param referencePercent 0 to below 100
   * @throws java.util.concurrent.CancellationException if the progress asks for it
   */
  public static RegisteredPhases register(
      LoadedPhases phases, double referencePercent, Progress progress) throws IOException {
    List<PhaseSeries.Phase> volumes = phases.series().phases();
    int reference = volumes.indexOf(phases.nearest(referencePercent));
    SequenceRegistration.Sequence sequence =
        new SequenceRegistration(RegistrationSettings.STANDARD)
            .register(
                volumes.size(),
                phase -> volumes.get(phase).volume(),
                reference,
                SequenceRegistration.compactGrid(phases.source().grid()),
                progress);
    return new RegisteredPhases(phases, sequence);
  }

  /** The reference phase. */
  public PhaseSeries.Phase reference() {
    return phases.series().phases().get(sequence.reference());
  }

  /** From the reference phase to every phase, in the phases' order; that to itself is zero. */
  public List<DisplacementField> fields() {
    return sequence.registrations().stream().map(Registration::field).toList();
  }
}
