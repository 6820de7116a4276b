package org.breathline.study.report;

import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineNode;

/** The sections of a PDF, as readers show them beside the pages. */
final class PdfOutline {

  private final PDDocumentOutline outline = new PDDocumentOutline();
  private PDOutlineNode section = outline;

  /** Adds a heading where it was drawn. */
  void add(Block.Heading heading, PDPage page, double top) {
    PDPageXYZDestination destination = new PDPageXYZDestination();
    destination.setPage(page);
    destination.setTop((int) (page.getMediaBox().getHeight() - top - 50));
    PDOutlineItem item = new PDOutlineItem();
    item.setTitle(heading.text());
    item.setDestination(destination);
    if (heading.level() == 1) {
      outline.addLast(item);
      section = item;
    } else {
      section.addLast(item);
    }
  }

  PDDocumentOutline outline() {
    return outline;
  }
}
