/**
 * Plans: from a target, organs and what is asked for to beams with their apertures and monitor
 * units, on the anatomy of one breathing phase or of all.
 */
@NullMarked
package org.breathline.core.planning;

import org.jspecify.annotations.NullMarked;
