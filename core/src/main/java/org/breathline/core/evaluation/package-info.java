/**
 * What a dose is worth: dose-volume histograms and what is read from them, comparison of two doses
 * (gamma), biological models, and whether the goals of a protocol are met.
 */
@NullMarked
package org.breathline.core.evaluation;

import org.jspecify.annotations.NullMarked;
