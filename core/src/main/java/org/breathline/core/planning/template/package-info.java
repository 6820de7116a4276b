/** Recipes of plans as data: beams, what is asked of which structure, how it is delivered. */
@NullMarked
package org.breathline.core.planning.template;

import org.jspecify.annotations.NullMarked;
