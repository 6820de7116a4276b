/** Structures that were drawn on one phase of a 4DCT, as every use case reads them. */
@NullMarked
package org.breathline.study.structures;

import org.jspecify.annotations.NullMarked;
