package org.breathline.exchange.waveform;

import java.time.LocalDateTime;
import java.util.Optional;
import org.breathline.dicom.data.Dataset;

/**
 * What a waveform object says beside the trace.
 *
 * @param study a header of the study that the trace belongs to, such as a CT slice's: patient,
 *     study and synchronization frame of reference are taken from it, and it is the caller who has
 *     compared the patients; where empty, they are made up from the trace's origin
 * @param clockZero the date and time at which the trace's clock said 0; where empty, only the day
 *     of the recording is written
 * @param created when the object is made; part of its UIDs
 */
public record WaveformContext(
    Optional<Dataset> study, Optional<LocalDateTime> clockZero, LocalDateTime created) {

  /** Neither a study nor a time of day. */
  public static WaveformContext created(LocalDateTime created) {
    return new WaveformContext(Optional.empty(), Optional.empty(), created);
  }

  /** The same within a study. */
  public WaveformContext within(Dataset header) {
    return new WaveformContext(Optional.of(header), clockZero, created);
  }

  /** The same with the moment at which the trace's clock said 0. */
  public WaveformContext withClockZero(LocalDateTime zero) {
    return new WaveformContext(study, Optional.of(zero), created);
  }
}
