/**
 * The motion report: a small document model, written as one HTML file and as PDF, the pages that
 * fill it, and the same figures as JSON.
 *
 * <p>Both forms hold the same words, tables and figures, so that either can be signed.
 */
@NullMarked
package org.breathline.study.report;

import org.jspecify.annotations.NullMarked;
