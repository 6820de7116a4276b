/** Dose distributions as RT Doses (PS3.3, A.18) and back. */
@NullMarked
package org.breathline.exchange.dose;

import org.jspecify.annotations.NullMarked;
