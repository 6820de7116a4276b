/**
 * Breathing traces as DICOM waveforms and back: writes Respiratory Waveform Storage objects (PS3.3,
 * A.34.9), reads the respiration channel of any waveform object. {@link
 * org.breathline.exchange.waveform.WaveformTraces} is the way in.
 */
@NullMarked
package org.breathline.exchange.waveform;

import org.jspecify.annotations.NullMarked;
