/** Plans of external photon beams as RT Plans (PS3.3, A.20) and back. */
@NullMarked
package org.breathline.exchange.plan;

import org.jspecify.annotations.NullMarked;
