package org.breathline.exchange.waveform;

import java.io.IOException;
import java.nio.file.Path;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.format.TraceFiles;
import org.breathline.core.respiration.recording.TraceRecording;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.io.DicomReader;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.dicom.io.NotDicomException;

/**
 * Breathing traces as DICOM waveform files.
 *
 * <p>Written is the Respiratory Waveform IOD (PS3.3, A.34.9): one channel of signed 16-bit samples
 * on a regular grid of at most 100 Hz, so a trace with jittered times is resampled ({@link
 * Resampling} says what that cost; the original times are not kept). Lost samples are padding.
 * Beam-on, doubtful stretches and the direction of inhalation are annotations of the channel.
 */
public final class WaveformTraces {

  private WaveformTraces() {}

  /**
   * Writes a trace.
   *
   * @param target the file; it appears whole, and an old one is replaced
   * @param trace two samples at least, not all lost
   * @param context the study and the clock that it belongs to
   * @return what resampling and rounding cost
   * @throws IllegalArgumentException in words if the trace is too short, too long or all lost
   */
  public static Resampling write(Path target, BreathingTrace trace, WaveformContext context)
      throws IOException {
    WaveformWriter.Composed composed = WaveformWriter.compose(trace, context);
    DicomWriter.write(target, composed.dataset());
    return composed.resampling();
  }

  /**
   * Reads the respiration channel of a DICOM waveform object of any kind: times in seconds after
   * the object's Acquisition DateTime, padding as lost samples, lengths in millimetres. What the
   * object says about beam and polarity is {@linkplain TraceRecording#stated() stated}.
   *
   * @throws NotDicomException if the file is no DICOM
   * @throws org.breathline.dicom.data.DicomException if it is damaged, or has no breathing signal
   * @throws IOException if it cannot be read
   */
  public static TraceRecording read(Path file) throws IOException {
    return of(DicomReader.read(file).dataset());
  }

  /** The same of an object at hand. */
  public static TraceRecording of(Dataset object) throws IOException {
    return WaveformReader.read(object);
  }

  /**
   * Reads a trace from a DICOM waveform or any of the text formats of {@link TraceFiles}; which it
   * is, is known from the content.
   *
   * @throws org.breathline.dicom.data.DicomException if a DICOM file is damaged or has no breathing
   *     signal
   * @throws org.breathline.core.respiration.format.TraceException if it is no trace at all
   * @throws IOException if it cannot be read
   */
  public static TraceRecording readAny(Path file) throws IOException {
    Dataset object;
    try {
      object = DicomReader.read(file).dataset();
    } catch (NotDicomException e) {
      return TraceFiles.read(file);
    }
    return of(object);
  }
}
