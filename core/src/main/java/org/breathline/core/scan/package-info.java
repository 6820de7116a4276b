/**
 * CT slices with their acquisition times, the couch positions they were taken at, and ten-phase
 * series of volumes.
 */
@NullMarked
package org.breathline.core.scan;

import org.jspecify.annotations.NullMarked;
