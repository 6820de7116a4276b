package org.breathline.core.scan;

import java.util.List;

/**
 * One stop of the couch: a slab of slices imaged together, again and again.
 *
 * @param acquisitions in the order of time; all have the same slice positions
 */
public record CouchPosition(List<Acquisition> acquisitions) {

  /**
   * The slices taken at one moment, in the order of increasing position.
   *
   * @param midTimeS the middle of the acquisition on the scanner's clock, seconds
   * @param slices at least one, the same number in every acquisition of a couch position
   */
  public record Acquisition(double midTimeS, List<TimedSlice> slices) {

    /** Copies the list. */
    public Acquisition {
      slices = List.copyOf(slices);
    }
  }

  /** Copies the list; throws {@link IllegalArgumentException} if there is nothing in it. */
  public CouchPosition {
    acquisitions = List.copyOf(acquisitions);
    if (acquisitions.isEmpty() || acquisitions.getFirst().slices().isEmpty()) {
      throw new IllegalArgumentException("a couch position without slices");
    }
  }

  /** The slices of one acquisition. */
  public int slicesPerAcquisition() {
    return acquisitions.getFirst().slices().size();
  }

  /** The position of a slice of the slab, mm along the normal. */
  public double positionMm(int slice) {
    return acquisitions.getFirst().slices().get(slice).positionMm();
  }

  /** The time from the first to the last mid-acquisition time, seconds. */
  public double durationS() {
    return acquisitions.getLast().midTimeS() - acquisitions.getFirst().midTimeS();
  }
}
