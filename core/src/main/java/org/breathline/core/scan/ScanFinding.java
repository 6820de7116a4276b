package org.breathline.core.scan;

import java.util.Locale;

/**
 * Something found when a scan was put together or compared with its trace. A finding is a value: it
 * says in words, with its figures, what is the matter, and never holds patient data.
 */
public sealed interface ScanFinding {

  /** What it means for the work that follows. */
  Severity severity();

  /** One sentence for the user. */
  String message();

  /** A finding that refuses, whatever its figures. */
  sealed interface Refusal extends ScanFinding {
    @Override
    default Severity severity() {
      return Severity.REFUSE;
    }
  }

  /** A finding that warns, whatever its figures. */
  sealed interface Warning extends ScanFinding {
    @Override
    default Severity severity() {
      return Severity.WARN;
    }
  }

  /** There are no slices. */
  record NoSlices() implements Refusal {
    @Override
    public String message() {
      return "The scan has no slices.";
    }
  }

  /**
   * Slices do not say when they were acquired, or by another clock than the rest.
   *
   * @param untimed how many
   * @param total all slices
   */
  record UntimedSlices(int untimed, int total) implements Refusal {
    @Override
    public String message() {
      return "%d of %d slices do not say when they were acquired, or not by the clock of the rest."
          .formatted(untimed, total);
    }
  }

  /**
   * Slices differ in their matrix, pixel spacing, in-plane origin or orientation.
   *
   * @param different how many differ from the most frequent geometry
   * @param total all slices
   * @param what differs first, in words
   */
  record MixedGeometry(int different, int total, String what) implements Refusal {
    @Override
    public String message() {
      return "%d of %d slices have another geometry than the rest: %s."
          .formatted(different, total, what);
    }
  }

  /**
   * The slice plane is not axial.
   *
   * @param tiltDegrees angle between the slice normal and the patient's axis
   */
  record TiltedGantry(double tiltDegrees) implements Refusal {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "The gantry is tilted by %.1f degrees; sorting needs slices across the patient's axis.",
          tiltDegrees);
    }
  }

  /**
   * Between two neighbouring slice positions there is room for more slices.
   *
   * @param belowMm the position before the hole
   * @param aboveMm the position after it
   * @param spacingMm the spacing of the others
   */
  record MissingPosition(double belowMm, double aboveMm, double spacingMm) implements Refusal {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "Slices are missing between %.2f and %.2f mm, where the others are %.2f mm apart.",
          belowMm,
          aboveMm,
          spacingMm);
    }
  }

  /**
   * Slice positions are not evenly spaced, and not by a missing slice.
   *
   * @param belowMm a position
   * @param aboveMm the next one
   * @param spacingMm the spacing of most
   */
  record UnevenSpacing(double belowMm, double aboveMm, double spacingMm) implements Refusal {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "The slices at %.2f and %.2f mm are %.2f mm apart, the others %.2f mm.",
          belowMm,
          aboveMm,
          aboveMm - belowMm,
          spacingMm);
    }
  }

  /**
   * An acquisition of a slab lacks a slice that the others have.
   *
   * @param positionMm where
   * @param timeS when, seconds on the scanner's clock
   */
  record MissingSlice(double positionMm, double timeS) implements Refusal {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "The acquisition at %.3f s has no slice at %.2f mm, where the other acquisitions of its"
              + " slab have one.",
          timeS,
          positionMm);
    }
  }

  /**
   * A slice is there more than once.
   *
   * @param positionMm where
   * @param timeS when, seconds on the scanner's clock
   * @param copies how many times
   */
  record DoubledSlice(double positionMm, double timeS, int copies) implements Refusal {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "The slice at %.2f mm and %.3f s is there %d times.",
          positionMm,
          timeS,
          copies);
    }
  }

  /**
   * Acquisitions of a couch position are further apart in time than the others: one may be missing.
   *
   * @param positionMm the lowest slice position of the couch position
   * @param fromS the acquisition before, seconds on the scanner's clock
   * @param toS the acquisition after
   * @param intervalS the usual interval there
   */
  record MissingAcquisition(double positionMm, double fromS, double toS, double intervalS)
      implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "At %.2f mm there is no acquisition between %.3f and %.3f s, where the others are %.3f s"
              + " apart.",
          positionMm,
          fromS,
          toS,
          intervalS);
    }
  }

  /**
   * A slice position was swept less often than the others.
   *
   * @param positionMm where
   * @param times how often
   * @param usual how often most positions were
   */
  record MissingSweep(double positionMm, int times, int usual) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "The slice position %.2f mm was imaged %d times, the others %d times.",
          positionMm,
          times,
          usual);
    }
  }

  /** Every position was imaged once only: an ordinary CT, nothing to sort. */
  record SingleAcquisition() implements Refusal {
    @Override
    public String message() {
      return "Every slice position was imaged once only: this is no respiration-correlated scan, or"
          + " one phase of a sorted one.";
    }
  }

  /**
   * Couch positions were scanned for less than the longest breath plus a rotation, so that a breath
   * may lack phases there.
   *
   * @param couchPositions how many
   * @param total of how many
   * @param shortestS the shortest beam-on time of a couch position, seconds
   * @param longestBreathS the longest breath seen, seconds
   * @param rotationS the rotation time, seconds
   */
  record ShortCine(
      int couchPositions, int total, double shortestS, double longestBreathS, double rotationS)
      implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%d of %d couch positions were scanned for less than the longest breath seen (%.2f s) plus"
              + " a rotation (%.2f s); the shortest for %.2f s.",
          couchPositions,
          total,
          longestBreathS,
          rotationS,
          shortestS);
    }
  }

  /**
   * A helical scan moved the couch on before the longest breath was over.
   *
   * @param pitch table feed a rotation by collimation
   * @param limit the highest pitch that covers the longest breath: T_rot / (T_breath + T_rot)
   * @param longestBreathS the longest breath seen, seconds
   */
  record PitchTooHigh(double pitch, double limit, double longestBreathS) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "The pitch of %.3f is above %.3f, the highest that covers the longest breath seen"
              + " (%.2f s).",
          pitch,
          limit,
          longestBreathS);
    }
  }

  /** The trace has no breath in it. */
  record NoBreath() implements Refusal {
    @Override
    public String message() {
      return "The trace has no breath in it.";
    }
  }

  /**
   * Acquisitions lie outside the recording or outside its breaths.
   *
   * @param without acquisitions without a breath
   * @param total all acquisitions
   * @param emptyCouchPositions couch positions of which no acquisition has a breath
   */
  record TraceTooShort(int without, int total, int emptyCouchPositions) implements ScanFinding {
    @Override
    public Severity severity() {
      return emptyCouchPositions > 0 ? Severity.REFUSE : Severity.WARN;
    }

    @Override
    public String message() {
      return "%d of %d acquisitions lie in no breath of the trace, and %d couch positions have none that does."
          .formatted(without, total, emptyCouchPositions);
    }
  }

  /**
   * The trace says that the beam was off while slices were taken.
   *
   * @param outside acquisitions that lie outside the beam-on time
   * @param total all acquisitions
   * @param beamOnS the beam-on time of the trace from first to last edge, seconds
   * @param scanS the time the scan took, seconds
   */
  record BeamOffDuringScan(int outside, int total, double beamOnS, double scanS)
      implements ScanFinding {
    @Override
    public Severity severity() {
      return 2 * outside > total ? Severity.REFUSE : Severity.WARN;
    }

    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "%d of %d acquisitions lie outside the beam-on time that the trace recorded (beam-on"
              + " spans %.1f s, the scan %.1f s).",
          outside,
          total,
          beamOnS,
          scanS);
    }
  }

  /**
   * The trace recorded beam-on for longer than this scan took: perhaps another scan.
   *
   * @param beamOnS the beam-on time of the trace from first to last edge, seconds
   * @param scanS the time the scan took, seconds
   */
  record BeamOnBeyondScan(double beamOnS, double scanS) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "The trace recorded beam-on over %.1f s, but the scan took %.1f s.",
          beamOnS,
          scanS);
    }
  }

  /** The trace and the scan name different patients. */
  record OtherPatient() implements Warning {
    @Override
    public String message() {
      return "The patient identifiers of the trace and of the scan differ.";
    }
  }

  /**
   * The trace and the scan were made on different days.
   *
   * @param daysApart how many days between them
   */
  record OtherDate(long daysApart) implements Warning {
    @Override
    public String message() {
      return "The trace and the scan were made %d days apart.".formatted(daysApart);
    }
  }

  /**
   * Files in the scan's folder that are none of its images.
   *
   * @param otherObjects DICOM files that are no CT image, DICOMDIRs among them
   * @param otherFiles files that are no DICOM
   */
  record SkippedFiles(int otherObjects, int otherFiles) implements ScanFinding {
    @Override
    public Severity severity() {
      return Severity.INFORM;
    }

    @Override
    public String message() {
      return "Skipped in the folder: %d DICOM files that are no CT image, %d files that are no DICOM."
          .formatted(otherObjects, otherFiles);
    }
  }

  /**
   * The images follow the trace with a lag, or ahead of it, though the beam-on edges tie the clocks
   * together: the body behind the marker, phases counted from elsewhere than the marker's highest
   * point, or a trace whose amplitude and beam-on are shifted against each other.
   *
   * @param offsetS trace time by the images less trace time by the edges, seconds
   * @param uncertaintyS one standard deviation, seconds
   */
  record ImagesLag(double offsetS, double uncertaintyS) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "The images' breathing is %.2f s (uncertainty %.2f s) %s the trace's, where the beam-on"
              + " edges put it: the body lags the marker, or trace and beam-on are shifted. Not"
              + " corrected; --offset %+.2f would.",
          Math.abs(offsetS),
          uncertaintyS,
          offsetS < 0 ? "behind" : "ahead of",
          offsetS);
    }
  }

  /**
   * The trace's clock runs faster or slower than the scanner's; corrected.
   *
   * @param driftPercent by how much faster the trace's clock runs
   * @param by what shows it: the beam-on edges or the images
   */
  record ClocksDrift(double driftPercent, String by) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "By %s the trace's clock runs %.2f %% %s than the scanner's; corrected.",
          by,
          Math.abs(driftPercent),
          driftPercent > 0 ? "faster" : "slower");
    }
  }

  /**
   * The images of the couch positions do not follow the trace in one way, though the beam-on edges
   * tie the clocks together: the marker is a poor surrogate, or the trace is another patient's.
   *
   * @param residualS disagreement of the couch positions, root mean square, seconds
   */
  record PoorSurrogate(double residualS) implements Warning {
    @Override
    public String message() {
      return String.format(
          Locale.ROOT,
          "The couch positions disagree by %.2f s on how the images follow the trace: a poor"
              + " surrogate. Look at the borders.",
          residualS);
    }
  }
}
