/**
 * Kernels on primitive arrays. Each kernel is an interface with a scalar implementation, which is
 * the oracle, and a vector one; both give the same bits on any machine.
 */
@NullMarked
package org.breathline.kernel;

import org.jspecify.annotations.NullMarked;
