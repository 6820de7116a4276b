/**
 * CMS's National Correct Coding Initiative as data: pairs of codes (PTP), units (MUE) and add-on
 * codes (AOC), each table with its source and from when it holds. Whole files of millions of rows
 * are read once into an index of sorted arrays in one file; there is no server. The numbers for
 * radiation oncology ship with the program and are marked as a part.
 */
@NullMarked
package org.breathline.billing.edits;

import org.jspecify.annotations.NullMarked;
