/**
 * Recordings as files have them, and the decisions that turn one into a {@link
 * org.breathline.core.respiration.BreathingTrace}: which way is inhalation, and which signal says
 * that the beam was on. Both are detected, shown with their evidence, and can be overruled.
 */
@NullMarked
package org.breathline.core.respiration.recording;

import org.jspecify.annotations.NullMarked;
