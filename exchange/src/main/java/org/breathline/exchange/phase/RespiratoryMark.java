package org.breathline.exchange.phase;

/** What a slice's header says about the breath it shows. */
public sealed interface RespiratoryMark {

  /**
   * A breathing phase.
   *
   * @param percent 0 to below 100, 0 at the end of inhalation
   * @param source where it was found
   */
  record Phase(double percent, Source source) implements RespiratoryMark {}

  /**
   * A range of amplitude with its direction, as some scanners sort ("In 25%", "Ex 25%"). Not a
   * phase: never taken for one.
   *
   * @param percent of the full amplitude, 0 to 100
   * @param inhaling whether it was taken while breathing in
   * @param source where it was found
   */
  record Amplitude(double percent, boolean inhaling, Source source) implements RespiratoryMark {}

  /** A maximum, minimum or mean over phases: no breathing state of its own. */
  record Projection(Kind kind) implements RespiratoryMark {}

  /** Nothing is said: a free-breathing or an unsorted slice. */
  record Unmarked() implements RespiratoryMark {}

  /** What a projection takes of each voxel over the phases. */
  enum Kind {
    MIP,
    MINIP,
    MEAN
  }

  /** Where a mark was found, the most trusted first. */
  enum Source {
    /**
     * NominalPercentageOfRespiratoryPhase (0020,9245), in its sequence (0020,9253) or beside it.
     */
    RESPIRATORY_SYNCHRONIZATION("(0020,9245)"),
    SERIES_DESCRIPTION("SeriesDescription"),
    IMAGE_COMMENTS("ImageComments"),
    PRIVATE_ELEMENT("a private element"),
    TEMPORAL_POSITION("TemporalPositionIdentifier");

    private final String words;

    Source(String words) {
      this.words = words;
    }

    /** The attribute, for a message. */
    public String words() {
      return words;
    }
  }
}
