package org.breathline.study.sort;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import org.breathline.core.sorting.SortingMethod;
import org.breathline.study.UsageException;
import org.breathline.study.breathing.TraceRequest;

/**
 * What is to be sorted, and how.
 *
 * @param scan the folder of the unsorted scan
 * @param trace the breathing trace
 * @param bins how many, 1 to 100
 * @param method phase, amplitude or local amplitude
 * @param offsetS added to where the beam-on edges (without them: the trace's first sample) put the
 *     scan on the trace's clock; empty: what the images say is taken
 */
public record SortScanRequest(
    Path scan, TraceRequest trace, int bins, SortingMethod method, OptionalDouble offsetS) {

  /** More bins than acquisitions of a usual cine scan make no sense. */
  private static final int MOST_BINS = 100;

  /** Checks the number of bins. */
  public SortScanRequest {
    if (bins < 1 || bins > MOST_BINS) {
      throw new UsageException("1 to %d bins, not %d.".formatted(MOST_BINS, bins));
    }
  }

  Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("by", method.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    parameters.put("bins", bins);
    parameters.put("offsetS", offsetS.isPresent() ? offsetS.getAsDouble() : "from the images");
    parameters.putAll(trace.parameters());
    return parameters;
  }
}
