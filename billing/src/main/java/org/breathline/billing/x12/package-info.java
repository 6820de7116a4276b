/**
 * X12 in and out: 837P and 837I (005010X222A1, X223A2) from claims and back, 835 (X221A1), 277CA
 * (X214) and 999 (X231A1) in.
 *
 * <p>StAEDI takes a file apart and checks the envelope; what may stand where in a transaction is
 * data ({@code *.guide}, in our own words), and {@link GuideMatch} holds a transaction against it.
 * A file is read whole or refused whole, with the segment and element of everything that is wrong.
 * Messages never repeat what a file holds.
 */
@NullMarked
package org.breathline.billing.x12;

import org.jspecify.annotations.NullMarked;
