/**
 * What will become of a claim: dated rules, each with its source, that give findings. A finding
 * says what a payer will do (deny, or look twice), by which reason codes, and how it is mended; or
 * that a thing is in order. What is not known is a finding too.
 */
@NullMarked
package org.breathline.billing.rules;

import org.jspecify.annotations.NullMarked;
