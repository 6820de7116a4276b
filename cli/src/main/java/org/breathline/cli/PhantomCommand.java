package org.breathline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.phantom.TumourSite;
import org.breathline.study.phantom.MakePhantom;
import org.breathline.study.phantom.PhantomRequest;
import org.breathline.study.phantom.PhantomSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "phantom",
    description =
        "Scan a digital phantom while it breathes: cine scan, planning CT, trace, and the truth.")
final class PhantomCommand extends Verb {

  @Mixin private final ResultFolderOption out = new ResultFolderOption();

  @Option(
      names = "--trace",
      paramLabel = "T",
      description =
          "A breathing trace to breathe along (default: a calm patient's, made by formula).")
  private @Nullable Path trace;

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      defaultValue = "small",
      description =
          "small: 128 x 128 pixels, seconds. full: 512 x 512 pixels, 1 GB, minutes"
              + " (default: ${DEFAULT-VALUE}).")
  private PhantomRequest.Size size = PhantomRequest.Size.SMALL;

  @Option(
      names = "--tumour",
      paramLabel = "SITE",
      defaultValue = "lung",
      description = "lung, diaphragm, mediastinum or liver (default: ${DEFAULT-VALUE}).")
  private TumourSite tumour = TumourSite.LUNG;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "1",
      description = "Another phantom for every number (default: ${DEFAULT-VALUE}).")
  private long seed;

  @Mixin private final TraceOptionGroup traceOptions = new TraceOptionGroup();

  @Override
  Outcome run(Terminal progress) throws Exception {
    PhantomRequest request =
        new PhantomRequest(size, tumour, seed, traceOptions.request(Optional.ofNullable(trace)));
    PhantomSummary summary = MakePhantom.run(request, out.path(), progress);
    return new Outcome(summary, words(summary), out.path());
  }

  private static String words(PhantomSummary summary) {
    PhantomSummary.Protocol protocol = summary.protocol();
    Vector3 range = summary.tumour().mostMm().minus(summary.tumour().leastMm());
    List<String> lines = new ArrayList<>();
    lines.add(
        String.format(
            Locale.ROOT,
            "%d couch positions of %d slices, %d acquisitions each, beam on from %.2f to %.2f s of"
                + " the trace.",
            protocol.couchPositions(),
            protocol.slicesPerPosition(),
            protocol.acquisitionsPerPosition(),
            protocol.beamOnFromS(),
            protocol.beamOnToS()));
    lines.add(
        String.format(
            Locale.ROOT,
            "  scan         %d images of %d x %d pixels",
            summary.files().scanImages(),
            protocol.columns(),
            protocol.rows()));
    lines.add("  planning     %d images".formatted(summary.files().planningImages()));
    lines.add(
        String.format(
            Locale.ROOT,
            "  tumour       %s, %.0f mm, moves %.1f mm LR, %.1f mm AP, %.1f mm SI",
            summary.tumour().site(),
            summary.tumour().diameterMm(),
            range.x(),
            range.y(),
            range.z()));
    summary.warnings().forEach(w -> lines.add("  warn         " + w));
    return String.join(System.lineSeparator(), lines);
  }
}
