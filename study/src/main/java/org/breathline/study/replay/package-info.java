/** A phase-sorted 4DCT turned back into an unsorted scan that breathes along a trace. */
@NullMarked
package org.breathline.study.replay;

import org.jspecify.annotations.NullMarked;
