/**
 * Deformable registration of CT volumes: similarity, regulariser, transform and optimiser as
 * separate types, put together for a pair and for the phases of a 4DCT.
 */
@NullMarked
package org.breathline.core.registration;

import org.jspecify.annotations.NullMarked;
