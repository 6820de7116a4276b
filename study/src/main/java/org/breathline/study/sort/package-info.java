/** An unsorted scan and its trace in, a phase-sorted 4DCT out. */
@NullMarked
package org.breathline.study.sort;

import org.jspecify.annotations.NullMarked;
