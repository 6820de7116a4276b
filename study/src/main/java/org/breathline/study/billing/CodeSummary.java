package org.breathline.study.billing;

import org.breathline.billing.code.CodeEntry;
import org.breathline.study.output.Provenance;

/**
 * What a code is; the JSON of {@code code --json}.
 *
 * @param provenance how it came to be
 * @param date of service for which it was asked
 * @param page what is known, each statement with its source and date
 * @param notice of the American Medical Association's rights
 */
public record CodeSummary(Provenance provenance, String date, CodeEntry page, String notice) {}
