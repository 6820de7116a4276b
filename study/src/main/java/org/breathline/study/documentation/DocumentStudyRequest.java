package org.breathline.study.documentation;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;

/**
 * What is to be documented and billed.
 *
 * @param study the folder of the study
 * @param supplement what persons state; empty: nobody states anything
 * @param earlier a record of evidence to continue; empty: that of the result folder, if there is
 *     one, else a new one
 * @param payer the profile to judge by
 * @param placeOfService two digits
 * @param primary the planning code beside 77293
 * @param date of service: that of the primary
 */
public record DocumentStudyRequest(
    Path study,
    Optional<Path> supplement,
    Optional<Path> earlier,
    String payer,
    String placeOfService,
    String primary,
    LocalDate date) {}
