/**
 * Payers as profiles that a person can read and edit: what is known of each, since when, from
 * where; and "unknown" where nothing is.
 */
@NullMarked
package org.breathline.billing.payer;

import org.jspecify.annotations.NullMarked;
