/**
 * Breathing traces and what is read from them: breaths, phase, amplitude, and how regular they are.
 *
 * <p>Phase 0 % is the end of inhalation and time runs upward in per cent, as in DICOM (0020,9245).
 */
@NullMarked
package org.breathline.core.respiration;

import org.jspecify.annotations.NullMarked;
