/**
 * From fluence to leaves: step-and-shoot segments and sliding windows that a multileaf collimator
 * can give, and their refinement by the dose.
 */
@NullMarked
package org.breathline.core.planning.sequencing;

import org.jspecify.annotations.NullMarked;
