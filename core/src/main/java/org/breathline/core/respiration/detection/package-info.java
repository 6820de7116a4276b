/** Finds the breaths of a trace: both ends of each, and whether they may be trusted. */
@NullMarked
package org.breathline.core.respiration.detection;

import org.jspecify.annotations.NullMarked;
