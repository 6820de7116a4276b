/**
 * Sorting of a timed scan into breathing phases: which acquisition every couch position gives to
 * every bin, how well it fits, how well neighbouring couch positions agree, and how likely a border
 * between them is an artefact. Nothing is filled in silently: a bin without a fitting acquisition
 * is a {@link org.breathline.core.sorting.Selection.Gap}.
 */
@NullMarked
package org.breathline.core.sorting;

import org.jspecify.annotations.NullMarked;
