/**
 * Dose in a patient who breathes: the doses of the phases brought to one of them and added, how far
 * to trust that, and what comes of leaves and tumour moving at the same time.
 */
@NullMarked
package org.breathline.core.fourd;

import org.jspecify.annotations.NullMarked;
