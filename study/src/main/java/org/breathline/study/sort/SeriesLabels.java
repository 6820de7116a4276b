package org.breathline.study.sort;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalDouble;
import org.breathline.core.sorting.SortingBin;
import org.breathline.core.sorting.SortingMethod;
import org.breathline.core.sorting.SortingRequest;
import org.breathline.dicom.data.Uid;
import org.breathline.exchange.ct.SeriesLabel;
import org.breathline.exchange.phase.RespiratoryMark.Kind;

/**
 * The series that a sorted scan becomes: one a bin, and a maximum, minimum and mean over the bins.
 * UIDs follow from what was read and how it was sorted: the same run gives the same series.
 *
 * @param bins one a bin
 * @param folders one a bin: the name of its folder
 * @param projections MIP, MinIP and mean
 */
record SeriesLabels(
    List<SeriesLabel> bins, List<String> folders, Map<Kind, SeriesLabel> projections) {

  private static final int FIRST_BIN_SERIES = 4001;

  static SeriesLabels of(SortingRequest request, String inputDigest, String processing) {
    List<SeriesLabel> bins = new ArrayList<>();
    List<String> folders = new ArrayList<>();
    int count = request.bins().size();
    String run = "org.breathline.sort " + inputDigest + " " + processing;
    for (int bin = 0; bin < count; bin++) {
      double centre = centre(request.bins().get(bin));
      boolean phase = request.method() == SortingMethod.PHASE;
      if (count == 1) {
        folders.add("window");
        bins.add(window(request.bins().getFirst(), run, processing));
        continue;
      }
      folders.add((phase ? "phase-" : "bin-") + String.format(Locale.ROOT, "%04.1f", centre));
      bins.add(
          new SeriesLabel(
              Uid.fromName(run + " bin " + bin),
              FIRST_BIN_SERIES + bin,
              phase ? String.format(Locale.ROOT, "4DCT %.1f%%", centre) : amplitude(centre),
              List.of("ORIGINAL", "PRIMARY", "AXIAL"),
              phase ? OptionalDouble.of(centre) : OptionalDouble.empty(),
              bin + 1,
              count,
              String.format(
                  Locale.ROOT,
                  "Slice chosen by %s for the bin centred at %.1f %% of the breath;"
                      + " pixels unchanged",
                  method(request.method()),
                  centre),
              processing));
    }
    Map<Kind, SeriesLabel> projections = new EnumMap<>(Kind.class);
    for (Kind kind : Kind.values()) {
      projections.put(
          kind,
          new SeriesLabel(
              Uid.fromName(run + " " + kind),
              number(kind),
              "4DCT " + description(kind),
              List.of("DERIVED", "SECONDARY", "AXIAL", kind.name()),
              OptionalDouble.empty(),
              0,
              0,
              description(kind) + " over " + count + " breathing bins, voxel by voxel",
              processing));
    }
    return new SeriesLabels(bins, folders, projections);
  }

  private static int number(Kind kind) {
    return switch (kind) {
      case MIP -> 4901;
      case MINIP -> 4902;
      case MEAN -> 4903;
    };
  }

  /**
   * A gating window is no phase: it carries no (0020,9245) and no percentage to be taken for one.
   */
  private static SeriesLabel window(SortingBin bin, String run, String processing) {
    String range =
        switch (bin) {
          case SortingBin.Arc arc ->
              String.format(
                  Locale.ROOT,
                  "phase %.0f to %.0f",
                  wrapped(arc.centrePercent() - arc.halfWidthPercent()),
                  wrapped(arc.centrePercent() + arc.halfWidthPercent()));
          case SortingBin.AmplitudeWindow window ->
              String.format(
                  Locale.ROOT,
                  "amplitude %.0f to %.0f",
                  100 * window.lowShare(),
                  100 * window.highShare());
        };
    return new SeriesLabel(
        Uid.fromName(run + " window"),
        FIRST_BIN_SERIES,
        "4DCT gated, " + range + " percent",
        List.of("ORIGINAL", "PRIMARY", "AXIAL"),
        OptionalDouble.empty(),
        0,
        0,
        "Slice chosen within the gating window, " + range + " percent; pixels unchanged",
        processing);
  }

  private static double wrapped(double percent) {
    return percent - 100 * Math.floor(percent / 100);
  }

  /** What the series of a projection has in common. */
  SeriesLabel projection(Kind kind) {
    return Objects.requireNonNull(projections.get(kind));
  }

  /** The name of a projection's folder. */
  static String folder(Kind kind) {
    return switch (kind) {
      case MIP -> "mip";
      case MINIP -> "minip";
      case MEAN -> "average";
    };
  }

  private static String description(Kind kind) {
    return switch (kind) {
      case MIP -> "maximum intensity projection";
      case MINIP -> "minimum intensity projection";
      case MEAN -> "average weighted by dwell time";
    };
  }

  /** Where a bin stands: per cent of the breath, or of the amplitude for a window by amplitude. */
  static double centre(SortingBin bin) {
    return switch (bin) {
      case SortingBin.Arc arc -> arc.centrePercent();
      case SortingBin.AmplitudeWindow window -> 50 * (window.lowShare() + window.highShare());
    };
  }

  /**
   * An amplitude is named by its share of full inhalation and its limb, and never as a phase: a
   * reader must not take it for one.
   */
  private static String amplitude(double centre) {
    return centre <= 50
        ? String.format(Locale.ROOT, "4DCT amplitude Ex %.0f%%", 100 - 2 * centre)
        : String.format(Locale.ROOT, "4DCT amplitude In %.0f%%", 2 * centre - 100);
  }

  private static String method(SortingMethod method) {
    return switch (method) {
      case PHASE -> "phase";
      case AMPLITUDE -> "amplitude with direction";
      case LOCAL_AMPLITUDE -> "local amplitude with direction";
    };
  }
}
