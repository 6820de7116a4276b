/** How long a dose takes, beside what the machine can do in the same run. */
@NullMarked
package org.breathline.benchmarks.dose;

import org.jspecify.annotations.NullMarked;
