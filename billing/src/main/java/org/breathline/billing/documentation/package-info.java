/**
 * What stands behind a claim for motion management simulation: the evidence that a simulation left
 * (each figure with the object it came from), what persons state, and whether the two document the
 * service. Everything is kept in an append-only chain of hashes, and a signature freezes what it
 * saw, so that a later edit shows. Nothing is invented: what nobody stated is said to be missing.
 *
 * <p>The input is a record of its own; nothing here knows of DICOM.
 */
@NullMarked
package org.breathline.billing.documentation;

import org.jspecify.annotations.NullMarked;
