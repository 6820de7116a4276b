/**
 * From a study folder to its documentation and claim: the evidence record out of what earlier runs
 * wrote and the DICOM objects, the report for the record, and the claim where both suffice.
 */
@NullMarked
package org.breathline.study.documentation;

import org.jspecify.annotations.NullMarked;
