package org.breathline.study.sort;

import java.nio.file.Path;
import java.util.stream.Collectors;
import org.breathline.core.scan.ScanFinding;
import org.breathline.core.scan.Severity;
import org.breathline.exchange.ct.CtCollection;
import org.breathline.exchange.ct.CtFolder;
import org.breathline.exchange.ct.UnsortedScan;
import org.breathline.study.InputException;

/** Finds the unsorted scan among the slices of a folder. */
public final class ScanLoading {

  private ScanLoading() {}

  /**
   * The unsorted scan among the slices.
   *
   * @throws InputException if they are sorted already, or a finding refuses them
   */
  public static UnsortedScan unsorted(CtFolder.Contents contents, Path folder)
      throws InputException {
    CtCollection collection = CtCollection.of(contents.slices());
    if (collection.isSortedByPhase()) {
      throw new InputException(
          "%s holds a 4DCT that is sorted already (%d phases): nothing to sort."
              .formatted(folder, collection.phases().size()));
    }
    if (collection.unsorted().isEmpty()) {
      throw new InputException(
          folder + " holds no unsorted slices: all are marked with a breathing state.");
    }
    UnsortedScan scan = UnsortedScan.assemble(collection.unsorted());
    if (scan.scan().isEmpty()) {
      throw new InputException(
          folder
              + " cannot be sorted. "
              + scan.findings().stream()
                  .filter(f -> f.severity() == Severity.REFUSE)
                  .map(ScanFinding::message)
                  .limit(5)
                  .collect(Collectors.joining(" ")));
    }
    return scan;
  }
}
