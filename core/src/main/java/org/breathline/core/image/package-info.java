/** Volumes of Hounsfield units on a grid, and the research file formats they are kept in. */
@NullMarked
package org.breathline.core.image;

import org.jspecify.annotations.NullMarked;
