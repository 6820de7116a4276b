package org.breathline.study.register;

import java.util.Optional;
import org.breathline.core.image.ShortVolume;
import org.breathline.core.progress.Progress;
import org.breathline.core.registration.PairwiseRegistration;
import org.breathline.core.registration.RegistrationSettings;
import org.breathline.core.registration.quality.RegisteredPair;

/**
 * A second opinion about fields from one fixed volume: in every part by the terms that the first
 * engine does not use there, from no motion on; and the way back by the first engine.
 */
final class OtherEngine {

  private final PairwiseRegistration.Fixed second;

  /** Of fields from a volume. */
  OtherEngine(ShortVolume fixed) {
    this.second = new PairwiseRegistration(RegistrationSettings.INDEPENDENT).fixed(fixed);
  }

  /** The pair with the second engine's field and the field back. */
  RegisteredPair about(RegisteredPair pair, Progress progress) {
    var grid = pair.field().grid();
    var other = second.register(pair.moving(), grid, Optional.empty(), progress);
    var back =
        new PairwiseRegistration(RegistrationSettings.STANDARD)
            .register(pair.moving(), pair.fixed(), grid, progress);
    return pair.withOtherEngine(other.field()).withReverse(back.field());
  }
}
