package org.breathline.core.sorting;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.breathline.core.scan.CouchPosition;
import org.breathline.core.scan.CouchPosition.Acquisition;
import org.breathline.core.scan.TimedScan;

/**
 * A scan sorted into bins: for every couch position and bin what was taken. Holds no pixels.
 *
 * @param scan what was sorted
 * @param request how
 * @param selections one list a couch position, in it one selection a bin
 */
public record SortedScan(TimedScan scan, SortingRequest request, List<List<Selection>> selections) {

  /** Copies the lists; throws {@link IllegalArgumentException} if their sizes do not fit. */
  public SortedScan {
    selections = selections.stream().map(List::copyOf).toList();
    if (selections.size() != scan.couchPositions().size()
        || selections.stream().anyMatch(s -> s.size() != request.bins().size())) {
      throw new IllegalArgumentException("not one selection a couch position and bin");
    }
  }

  /** What a couch position gives to a bin. */
  public Selection selection(int couchPosition, int bin) {
    return selections.get(couchPosition).get(bin);
  }

  /** The acquisition taken of a couch position for a bin; empty in a gap. */
  public OptionalInt acquisition(int couchPosition, int bin) {
    return selection(couchPosition, bin) instanceof Selection.Taken taken
        ? OptionalInt.of(taken.acquisition())
        : OptionalInt.empty();
  }

  /**
   * The images of a sorted volume in the order of increasing position.
   *
   * @return one entry a slice position: the number of the slice's image, or empty in a gap
   */
  public List<OptionalInt> images(int bin) {
    return IntStream.range(0, selections.size())
        .boxed()
        .flatMap(p -> {
          CouchPosition couchPosition = scan.couchPositions().get(p);
          OptionalInt taken = acquisition(p, bin);
          return IntStream.range(0, couchPosition.slicesPerAcquisition())
              .mapToObj(s -> {
                if (taken.isEmpty()) {
                  return OptionalInt.empty();
                }
                Acquisition acquisition = couchPosition.acquisitions().get(taken.getAsInt());
                return OptionalInt.of(acquisition.slices().get(s).image());
              });
        })
        .toList();
  }

  /** The number of couch positions that are a gap in a bin. */
  public int gaps(int bin) {
    return (int) selections.stream().filter(s -> s.get(bin) instanceof Selection.Gap).count();
  }

  /** The number of couch positions whose acquisition for a bin lies outside it. */
  public int outsideBin(int bin) {
    return (int)
        selections.stream()
            .filter(s ->
                s.get(bin) instanceof Selection.Taken taken
                    && taken.fit() == Selection.Fit.OUTSIDE_BIN)
            .count();
  }
}
