/** Registration side by side with other programs, on phantoms whose motion is known. */
@NullMarked
package org.breathline.benchmarks.registration;

import org.jspecify.annotations.NullMarked;
