/** What a folder holds, in words and figures: the use case behind {@code breathline info}. */
@NullMarked
package org.breathline.study.inspect;

import org.jspecify.annotations.NullMarked;
