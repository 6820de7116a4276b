package org.breathline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.target.PhaseWindow;
import org.breathline.core.target.SetupErrors;
import org.breathline.study.UsageException;
import org.breathline.study.target.TargetMethod;
import org.breathline.study.target.TargetRecipe;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a tumour becomes a target, the same in every verb that makes one. */
final class TargetOptionGroup {

  private static final Pattern WINDOW = Pattern.compile("(\\d+(?:\\.\\d+)?)-(\\d+(?:\\.\\d+)?)");

  @Option(
      names = "--ctv-margin",
      paramLabel = "MM",
      description = "From the GTV to the CTV (default: ${DEFAULT-VALUE}).")
  private double ctvMargin;

  @Option(
      names = "--barrier",
      paramLabel = "NAME",
      description = "A structure that the CTV margin neither enters nor crosses; may be repeated.")
  private List<String> barriers = new ArrayList<>();

  @Option(
      names = "--method",
      paramLabel = "M",
      description =
          "union: the target in every phase, united. mip, average: drawn on a projection, which is"
              + " known to miss. midv: in its mean position, with a margin for the breathing"
              + " (default: ${DEFAULT-VALUE}).")
  private TargetMethod method = TargetMethod.UNION;

  @Option(
      names = "--phases",
      paramLabel = "A-B",
      description = "The phases that count, such as 30-70 or 80-20 (default: all).")
  private @Nullable String phases;

  @Option(
      names = "--ptv-margin",
      paramLabel = "MM",
      description = "Around the ITV (default: no PTV is made).")
  private @Nullable Double ptvMargin;

  @Option(
      names = "--systematic",
      paramLabel = "MM",
      description =
          "Standard deviation of the systematic errors, for the mid-ventilation margin (default:"
              + " ${DEFAULT-VALUE}).")
  private double systematic = 2;

  @Option(
      names = "--random",
      paramLabel = "MM",
      description = "Standard deviation of the random errors (default: ${DEFAULT-VALUE}).")
  private double random = 2;

  @Option(
      names = "--penumbra",
      paramLabel = "MM",
      description =
          "Standard deviation of the beam's edge: 6.4 in lung, 3.2 in water (default:"
              + " ${DEFAULT-VALUE}).")
  private double penumbra = SetupErrors.PENUMBRA_IN_LUNG_MM;

  @Option(
      names = "--prescription",
      paramLabel = "PERCENT",
      description = "The isodose prescribed to: 95 or 80 (default: ${DEFAULT-VALUE}).")
  private int prescription = 95;

  @Option(names = "--every-phase", description = "Write the tumour of every phase too.")
  private boolean everyPhase;

  /**
   * The recipe.
   *
   * @param segmentation whether a DICOM Segmentation is written too
   * @throws UsageException if it makes no sense
   */
  TargetRecipe recipe(boolean segmentation) {
    return new TargetRecipe(
        ctvMargin,
        barriers,
        method,
        window(phases),
        ptvMargin == null ? OptionalDouble.empty() : OptionalDouble.of(ptvMargin),
        errors(),
        segmentation,
        everyPhase);
  }

  private static PhaseWindow window(@Nullable String text) {
    if (text == null) {
      return PhaseWindow.WHOLE;
    }
    Matcher matcher = WINDOW.matcher(text);
    try {
      if (matcher.matches()) {
        return new PhaseWindow(
            Double.parseDouble(matcher.group(1)), Double.parseDouble(matcher.group(2)));
      }
    } catch (IllegalArgumentException e) {
      throw new UsageException("--phases: " + e.getMessage() + ".");
    }
    throw new UsageException("--phases is two phases in per cent, such as 30-70.");
  }

  private SetupErrors errors() {
    double beta =
        switch (prescription) {
          case 95 -> SetupErrors.BETA_95;
          case 80 -> SetupErrors.BETA_80;
          default -> throw new UsageException("--prescription is 95 or 80 per cent.");
        };
    try {
      return new SetupErrors(
          new Vector3(systematic, systematic, systematic),
          new Vector3(random, random, random),
          penumbra,
          beta);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--systematic, --random, --penumbra: " + e.getMessage() + ".");
    }
  }
}
