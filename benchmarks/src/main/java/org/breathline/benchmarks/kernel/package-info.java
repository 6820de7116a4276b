/**
 * The kernels against their scalar oracles and against copying memory. {@link
 * org.breathline.benchmarks.kernel.KernelComparison} runs them all and prints the ratios.
 */
@NullMarked
package org.breathline.benchmarks.kernel;

import org.jspecify.annotations.NullMarked;
