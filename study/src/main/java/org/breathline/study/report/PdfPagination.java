package org.breathline.study.report;

import java.util.ArrayList;
import java.util.List;

/** Lays parts on pages of one height. */
final class PdfPagination {

  /**
   * A part in its place.
   *
   * @param top below the upper edge of the text area, points
   */
  record Placed(PdfPart part, double top) {}

  private final double pageHeight;
  private final List<List<Placed>> pages = new ArrayList<>();
  private List<Placed> page = new ArrayList<>();
  private double y;

  private PdfPagination(double pageHeight) {
    this.pageHeight = pageHeight;
  }

  /** The pages, at least one; a part higher than a page has a page of its own. */
  static List<List<Placed>> paginate(List<PdfPart> parts, double pageHeight) {
    PdfPagination pagination = new PdfPagination(pageHeight);
    int next = 0;
    while (next < parts.size()) {
      int last = next;
      while (parts.get(last).keepWithNext() && last + 1 < parts.size()) {
        last++;
      }
      pagination.place(parts.subList(next, last + 1));
      next = last + 1;
    }
    pagination.pages.add(pagination.page);
    return pagination.pages;
  }

  /** Places parts that belong together; only where a whole page is too small are they parted. */
  private void place(List<PdfPart> together) {
    double needed = 0;
    for (PdfPart part : together) {
      needed += part.spaceBefore() + part.height();
    }
    if (y > 0 && y + needed > pageHeight) {
      turn();
    }
    for (PdfPart part : together) {
      if (y > 0 && y + part.spaceBefore() + part.height() > pageHeight) {
        turn();
      }
      place(part);
    }
  }

  private void place(PdfPart part) {
    if (y == 0) {
      part.repeated().ifPresent(head -> put(head, 0));
    }
    put(part, y == 0 ? 0 : part.spaceBefore());
  }

  private void put(PdfPart part, double space) {
    page.add(new Placed(part, y + space));
    y += space + part.height();
  }

  private void turn() {
    pages.add(page);
    page = new ArrayList<>();
    y = 0;
  }
}
