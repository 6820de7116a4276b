/** What moves, how far and when: paths of structures, and images of any moment of the breath. */
@NullMarked
package org.breathline.core.motion;

import org.jspecify.annotations.NullMarked;
