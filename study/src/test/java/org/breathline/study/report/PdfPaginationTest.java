package org.breathline.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

class PdfPaginationTest {

  private static final double PAGE = 700;

  @Test
  void everyPartIsPlacedOnceInOrderWithinItsPageAndNoHeadingIsLeftBehind() {
    Property.holds(
        300,
        11,
        random -> {
          List<PdfPart> parts = new ArrayList<>();
          for (int i = 0; i < 80; i++) {
            PdfPart part =
                PdfPart.of(random.nextDouble(5, 200), random.nextDouble(20), (page, top) -> {});
            boolean heading = random.nextInt(4) == 0 && i < 79 && !lastKept(parts);
            parts.add(heading ? part.keptWithNext() : part);
          }
          List<PdfPart> placed = new ArrayList<>();
          for (List<PdfPagination.Placed> page : PdfPagination.paginate(parts, PAGE)) {
            double y = 0;
            for (PdfPagination.Placed one : page) {
              assertThat(one.top()).isGreaterThanOrEqualTo(y);
              y = one.top() + one.part().height();
              placed.add(one.part());
            }
            assertThat(y).isLessThanOrEqualTo(PAGE);
            boolean lastPage = placed.size() == parts.size();
            assertThat(page.getLast().part().keepWithNext() && !lastPage).isFalse();
          }
          assertThat(placed).isEqualTo(parts);
        });
  }

  @Test
  void aTableHasItsHeadOnEveryPage() {
    PdfPart head = PdfPart.of(20, 0, (page, top) -> {});
    List<PdfPart> rows = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      rows.add(PdfPart.of(15, 0, (page, top) -> {}).repeating(head));
    }
    List<List<PdfPagination.Placed>> pages = PdfPagination.paginate(rows, PAGE);
    assertThat(pages).hasSize(3);
    assertThat(pages).allSatisfy(page -> assertThat(page.getFirst().part()).isSameAs(head));
  }

  @Test
  void aPartHigherThanAPageHasOneOfItsOwn() {
    PdfPart huge = new PdfPart(900, 0, false, Optional.empty(), (page, top) -> {});
    PdfPart small = PdfPart.of(10, 0, (page, top) -> {});
    assertThat(PdfPagination.paginate(List.of(small, huge, small), PAGE)).hasSize(3);
  }

  private static boolean lastKept(List<PdfPart> parts) {
    return !parts.isEmpty() && parts.getLast().keepWithNext();
  }
}
