package org.breathline.core.sorting;

/** What of the breath decides the bin of an acquisition. */
public enum SortingMethod {
  /** The phase: time since the end of inhalation as a share of the breath. */
  PHASE,
  /** The amplitude between the trace's usual ends of breathing, with the direction. */
  AMPLITUDE,
  /** The amplitude between the ends of its own breath, with the direction. */
  LOCAL_AMPLITUDE
}
