/**
 * A digital thorax and upper abdomen whose anatomy and motion are known exactly, and simulated
 * scans of it.
 *
 * <p>The anatomy is analytic, given in the reference state (end of exhalation). {@link
 * org.breathline.core.phantom.PhantomMotion} maps between that state and any other, both ways, so
 * that the Hounsfield value at any point and time, the displacement between two times, and the
 * place of every organ are the truth and not an estimate.
 */
@NullMarked
package org.breathline.core.phantom;

import org.jspecify.annotations.NullMarked;
