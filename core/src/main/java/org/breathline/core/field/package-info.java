/** Displacement fields: where each point of a reference image is found in another image. */
@NullMarked
package org.breathline.core.field;

import org.jspecify.annotations.NullMarked;
