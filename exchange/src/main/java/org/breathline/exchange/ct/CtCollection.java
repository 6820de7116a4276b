package org.breathline.exchange.ct;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.breathline.exchange.phase.RespiratoryMark;

/**
 * CT slices by the breathing state that their headers name.
 *
 * @param phases slices marked with a phase, by phase in per cent, 0 to below 100
 * @param amplitudes slices marked with an amplitude and a direction, by the label in words
 * @param projections maximum, minimum and mean images
 * @param unmarked slices without a mark: an unsorted scan, or a CT that knows no breath
 */
public record CtCollection(
    SortedMap<Double, List<CtSlice>> phases,
    SortedMap<String, List<CtSlice>> amplitudes,
    Map<RespiratoryMark.Kind, List<CtSlice>> projections,
    List<CtSlice> unmarked) {

  /** Sorts slices by their marks; their order within a mark is kept. */
  public static CtCollection of(List<CtSlice> slices) {
    SortedMap<Double, List<CtSlice>> phases = new TreeMap<>();
    SortedMap<String, List<CtSlice>> amplitudes = new TreeMap<>();
    Map<RespiratoryMark.Kind, List<CtSlice>> projections =
        new EnumMap<>(RespiratoryMark.Kind.class);
    List<CtSlice> unmarked = new ArrayList<>();
    for (CtSlice slice : slices) {
      switch (slice.mark()) {
        case RespiratoryMark.Phase phase -> add(phases, phase.percent(), slice);
        case RespiratoryMark.Amplitude amplitude -> add(amplitudes, words(amplitude), slice);
        case RespiratoryMark.Projection projection -> add(projections, projection.kind(), slice);
        case RespiratoryMark.Unmarked _ -> unmarked.add(slice);
      }
    }
    return new CtCollection(phases, amplitudes, projections, unmarked);
  }

  private static <K> void add(Map<K, List<CtSlice>> map, K key, CtSlice slice) {
    map.computeIfAbsent(key, _ -> new ArrayList<>()).add(slice);
  }

  private static String words(RespiratoryMark.Amplitude amplitude) {
    return "%s %.0f %%".formatted(amplitude.inhaling() ? "In" : "Ex", amplitude.percent());
  }

  /**
   * The slices that may be an unsorted scan: those without a mark, or, where all carry one and the
   * same phase, all of them: a percentage that every slice has ("ASIR 50%") tells none apart.
   */
  public List<CtSlice> unsorted() {
    boolean oneForAll = unmarked.isEmpty() && phases.size() == 1 && amplitudes.isEmpty();
    return oneForAll ? phases.firstEntry().getValue() : unmarked;
  }

  /** Whether this is a 4DCT that the scanner has sorted by phase: two phases at least. */
  public boolean isSortedByPhase() {
    return phases.size() >= 2;
  }
}
