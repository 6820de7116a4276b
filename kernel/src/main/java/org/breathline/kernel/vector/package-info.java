/**
 * The kernels on the Vector API (JEP 508). Everything that names a vector type is here, so that the
 * rest runs where {@code jdk.incubator.vector} is absent.
 */
@NullMarked
package org.breathline.kernel.vector;

import org.jspecify.annotations.NullMarked;
