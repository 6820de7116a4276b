/**
 * The phantoms of AAPM Task Group 119 (Ezzell et al., Med. Phys. 36 (2009) 5359), from the sizes
 * that the report gives, in water: what a planning system is tried on.
 */
@NullMarked
package org.breathline.core.phantom.tg119;

import org.jspecify.annotations.NullMarked;
