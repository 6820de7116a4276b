/**
 * Figures drawn once and shown twice: every {@link org.breathline.study.plot.Figure} draws on a
 * {@link org.breathline.study.plot.Canvas}, which is SVG for the HTML report or a page of the PDF.
 *
 * <p>Lengths are points (1/72 inch), the origin is the top left corner, y runs down. Text is
 * measured in Liberation Sans, whose widths are those of Arial. Nothing here uses AWT: its text
 * needs fonts and a font configuration that a fresh machine does not have.
 */
@NullMarked
package org.breathline.study.plot;

import org.jspecify.annotations.NullMarked;
