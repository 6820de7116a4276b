/** Makes the internal target volume of a 4DCT and a structure set, with its reasons. */
@NullMarked
package org.breathline.study.target;

import org.jspecify.annotations.NullMarked;
