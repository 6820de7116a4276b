/**
 * The moving-phantom test of a 4DCT: a platform moves inserts of known size and density along a
 * programmed waveform, and every phase of the scan is held against where, how large and how dense
 * they must be in it.
 */
@NullMarked
package org.breathline.core.qa;

import org.jspecify.annotations.NullMarked;
