/** The use case of motion: how far structures, lungs and diaphragm move in a sorted 4DCT. */
@NullMarked
package org.breathline.study.motion;

import org.jspecify.annotations.NullMarked;
