/** What a beam passes through: mass and electron densities, and how they come from CT numbers. */
@NullMarked
package org.breathline.core.dose.medium;

import org.jspecify.annotations.NullMarked;
