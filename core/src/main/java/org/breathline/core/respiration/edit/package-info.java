/**
 * Corrections of detected breaths by a human: a list of turns moved, added or removed, kept beside
 * the trace it belongs to.
 */
@NullMarked
package org.breathline.core.respiration.edit;

import org.jspecify.annotations.NullMarked;
