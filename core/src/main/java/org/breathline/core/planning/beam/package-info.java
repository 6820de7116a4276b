/** The target as a beam sees it: its projection, the aperture around it, the beamlets over it. */
@NullMarked
package org.breathline.core.planning.beam;

import org.jspecify.annotations.NullMarked;
