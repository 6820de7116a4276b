/**
 * The slices of one patient and the 4DCT that they make: what every step after sorting begins with.
 */
@NullMarked
package org.breathline.study.phases;

import org.jspecify.annotations.NullMarked;
