/** JMH benchmarks and side-by-side runs; nothing here is a test. */
@NullMarked
package org.breathline.benchmarks;

import org.jspecify.annotations.NullMarked;
