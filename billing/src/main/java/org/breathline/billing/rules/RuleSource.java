package org.breathline.billing.rules;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Where a rule stands.
 *
 * @param file or document
 * @param effective from when it holds, where known
 * @param through until when, where known
 * @param row what in it was used
 */
public record RuleSource(
    String file, @Nullable LocalDate effective, @Nullable LocalDate through, String row) {}
