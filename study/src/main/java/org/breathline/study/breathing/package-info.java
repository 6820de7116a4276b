/** Reading a breathing trace with everything a user may decide about it. */
@NullMarked
package org.breathline.study.breathing;

import org.jspecify.annotations.NullMarked;
