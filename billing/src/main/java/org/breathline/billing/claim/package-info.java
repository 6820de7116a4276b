/**
 * The claim: who was treated, by whom, what for, and what is billed for it. Professional (CMS-1500,
 * 837P) and institutional (UB-04, 837I) alike, as plain JSON in and out; X12 and FHIR are made from
 * it elsewhere. It holds what a claim says, right or wrong: whether it may be paid is for the
 * rules.
 *
 * <p>Amounts and units are exact decimals. Names, identifiers and dates of birth never stand in a
 * message, nor in the text of a value.
 */
@NullMarked
package org.breathline.billing.claim;

import org.jspecify.annotations.NullMarked;
