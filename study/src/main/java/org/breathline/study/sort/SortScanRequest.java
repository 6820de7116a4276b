package org.breathline.study.sort;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.core.sorting.SortingBin;
import org.breathline.core.sorting.SortingMethod;
import org.breathline.core.sorting.SortingRequest;
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
 * @param window a gating window to sort alone, instead of the bins
 * @param matchBorders whether to choose, among the acquisitions that fit a bin, those that agree
 *     best with their neighbours
 * @param volumeFormat a research format to write the volumes in as well: mha or nrrd
 */
public record SortScanRequest(
    Path scan,
    TraceRequest trace,
    int bins,
    SortingMethod method,
    OptionalDouble offsetS,
    Optional<SortingBin> window,
    boolean matchBorders,
    Optional<String> volumeFormat) {

  /** More bins than acquisitions of a usual cine scan make no sense. */
  private static final int MOST_BINS = 100;

  private static final List<String> VOLUME_FORMATS = List.of("mha", "nrrd");

  /** Checks the numbers. */
  public SortScanRequest {
    if (bins < 1 || bins > MOST_BINS) {
      throw new UsageException("1 to %d bins, not %d.".formatted(MOST_BINS, bins));
    }
    if (offsetS.isPresent() && !Double.isFinite(offsetS.getAsDouble())) {
      throw new UsageException("--offset is a number of seconds.");
    }
    if (volumeFormat.isPresent() && !VOLUME_FORMATS.contains(volumeFormat.get())) {
      throw new UsageException(
          "Volumes are written as mha or nrrd, not " + volumeFormat.get() + ".");
    }
  }

  /** Bins all round the breath, each filled by the acquisition nearest to its centre. */
  public SortScanRequest(
      Path scan, TraceRequest trace, int bins, SortingMethod method, OptionalDouble offsetS) {
    this(scan, trace, bins, method, offsetS, Optional.empty(), false, Optional.empty());
  }

  SortingRequest sortingRequest() {
    return window
        .map(w -> new SortingRequest(method, List.of(w), SortingRequest.DEFAULT_REACH))
        .orElseGet(() -> SortingRequest.around(method, bins));
  }

  /** What the results must not replace. */
  List<Path> inputs() {
    List<Path> inputs = new ArrayList<>(List.of(scan));
    inputs.addAll(trace.files());
    return inputs;
  }

  Map<String, Object> parameters() {
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("by", method.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    if (window.isPresent()) {
      parameters.put("window", window.get().toString());
    } else {
      parameters.put("bins", bins);
    }
    parameters.put("matchBorders", matchBorders);
    parameters.put("offsetS", offsetS.isPresent() ? offsetS.getAsDouble() : "from the images");
    parameters.putAll(trace.parameters());
    return parameters;
  }
}
