/** Breathing made by formula, with its turns known exactly: for tests and for the phantom. */
@NullMarked
package org.breathline.core.respiration.simulation;

import org.jspecify.annotations.NullMarked;
