/**
 * Rigid registration: the six degrees of freedom by which a planning CT is brought to a 4DCT, in
 * the same frame of reference or another.
 */
@NullMarked
package org.breathline.core.registration.rigid;

import org.jspecify.annotations.NullMarked;
