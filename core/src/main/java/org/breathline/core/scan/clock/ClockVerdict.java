package org.breathline.core.scan.clock;

import java.util.Locale;
import java.util.Optional;

/** What follows from comparing the trace's clock with the images. */
public sealed interface ClockVerdict {

  /** One or two sentences for the user, with the figures. */
  String message();

  /** What the images show, where it is enough to be judged. */
  default Optional<ClockEstimate> judged() {
    return switch (this) {
      case Agrees agrees -> Optional.of(agrees.estimate());
      case Corrected corrected -> Optional.of(corrected.estimate());
      case TooLarge tooLarge -> Optional.of(tooLarge.estimate());
      case Refused refused -> Optional.of(refused.estimate());
      case Tied tied -> Optional.of(tied.estimate());
      case Unknown _ -> Optional.empty();
    };
  }

  /** The name of the verdict, for machines. */
  default String name() {
    return switch (this) {
      case Agrees _ -> "agrees";
      case Corrected _ -> "corrected";
      case TooLarge _ -> "too-large";
      case Refused _ -> "refused";
      case Tied _ -> "tied";
      case Unknown _ -> "unknown";
    };
  }

  /** The images agree with the clocks as they were taken to be; these are kept. */
  record Agrees(ClockEstimate estimate) implements ClockVerdict {
    @Override
    public String message() {
      return "The images agree with the trace's clock: " + estimate.figures() + ".";
    }
  }

  /** The images show an offset or a drift; it is corrected. */
  record Corrected(ClockEstimate estimate) implements ClockVerdict {
    @Override
    public String message() {
      return "The images show that the trace's clock is off; corrected: "
          + estimate.figures()
          + ".";
    }
  }

  /**
   * The images show an offset or drift larger than is corrected unasked: a lag of the body behind
   * the marker would look the same. The clocks are kept as they were.
   */
  record TooLarge(ClockEstimate estimate, double largestS) implements ClockVerdict {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "The images are off the trace's clock by more than is corrected unasked (%.2f s): %s. The"
              + " body may lag behind the marker, or the clocks differ; they were kept, look at"
              + " them.",
          largestS,
          estimate.figures());
    }
  }

  /**
   * The first and the last beam-on edge of the trace fit the scan and tie the clocks together; what
   * the images say is shown beside it and changes nothing.
   */
  record Tied(ClockEstimate estimate) implements ClockVerdict {
    @Override
    public String message() {
      return "The trace's first and last beam-on edge fit the scan; the clocks are tied by them. By"
          + " the images: "
          + estimate.figures()
          + ".";
    }
  }

  /** The images do not follow the trace: sorting by it would be wrong. */
  record Refused(ClockEstimate estimate, String reason) implements ClockVerdict {
    @Override
    public String message() {
      return reason + ": " + estimate.figures() + ".";
    }
  }

  /**
   * The images do not show enough to tell; the clocks are kept as they were.
   *
   * @param reason why, in words
   * @param estimate what they show, where there is a line through it
   */
  record Unknown(String reason, Optional<ClockEstimate> estimate) implements ClockVerdict {
    @Override
    public String message() {
      return "The images cannot tell whether the trace's clock is right: "
          + reason
          + estimate.map(e -> ": " + e.figures()).orElse("")
          + ".";
    }
  }
}
