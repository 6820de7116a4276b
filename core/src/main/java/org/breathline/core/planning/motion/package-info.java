/**
 * Plans that know the motion: what beams do to a breathing patient, and what a strategy plans on.
 */
@NullMarked
package org.breathline.core.planning.motion;

import org.jspecify.annotations.NullMarked;
