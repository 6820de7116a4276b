package org.breathline.study.report;

import java.util.Optional;

/**
 * A piece of a PDF report that stays on one page.
 *
 * @param height in points
 * @param spaceBefore left free above it, except at the top of a page
 * @param keepWithNext never the last on a page
 * @param repeated drawn again above this part when it is the first of a page: a table's head
 * @param drawing draws it
 */
record PdfPart(
    double height,
    double spaceBefore,
    boolean keepWithNext,
    Optional<PdfPart> repeated,
    Drawing drawing) {

  /** Draws a part. */
  interface Drawing {

    /**
     * Draws on a page.
     *
     * @param top the part's upper edge, points below the upper edge of the text area
     */
    void draw(PdfPage page, double top);
  }

  /** A part on its own. */
  static PdfPart of(double height, double spaceBefore, Drawing drawing) {
    return new PdfPart(height, spaceBefore, false, Optional.empty(), drawing);
  }

  /** The same, never the last on a page. */
  PdfPart keptWithNext() {
    return new PdfPart(height, spaceBefore, true, repeated, drawing);
  }

  /** The same, with something to draw above it at the top of a page. */
  PdfPart repeating(PdfPart head) {
    return new PdfPart(height, spaceBefore, keepWithNext, Optional.of(head), drawing);
  }
}
