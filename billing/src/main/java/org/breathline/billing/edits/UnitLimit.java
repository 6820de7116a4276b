package org.breathline.billing.edits;

/**
 * A Medically Unlikely Edit.
 *
 * @param units the most units a day
 * @param adjudication CMS's indicator MAI: 1 judged line by line; 2 by date, by policy, never more;
 *     3 by date, more only on appeal with proof
 */
public record UnitLimit(int units, int adjudication) {}
