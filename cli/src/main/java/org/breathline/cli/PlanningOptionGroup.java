package org.breathline.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.breathline.study.UsageException;
import org.breathline.study.target.PlanOn;
import org.breathline.study.target.PlanningChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The image that is planned on. */
final class PlanningOptionGroup {

  @Option(
      names = "--planning-ct",
      paramLabel = "DIR",
      description =
          "The standard CT taken beside the 4DCT: registered with it rigidly, and the structures"
              + " carried over.")
  private @Nullable Path planningCt;

  @Option(
      names = "--plan-on",
      paramLabel = "IMAGE",
      description =
          "3d (the planning CT), average, mid-position, or a phase in per cent: where the structure"
              + " set to plan on lies (default: 3d with --planning-ct, else none is written).")
  private @Nullable String planOn;

  /**
   * The choice, if one was made.
   *
   * @throws UsageException if it makes no sense
   */
  Optional<PlanningChoice> choice() {
    if (planOn == null && planningCt == null) {
      return Optional.empty();
    }
    PlanOn on = planOn == null ? new PlanOn.PlanningCt() : image(planOn);
    return Optional.of(new PlanningChoice(Optional.ofNullable(planningCt), on));
  }

  private static PlanOn image(String text) {
    return switch (text) {
      case "3d" -> new PlanOn.PlanningCt();
      case "average" -> new PlanOn.Average();
      case "mid-position" -> new PlanOn.MidPosition();
      default -> new PlanOn.Phase(percent(text));
    };
  }

  private static double percent(String text) {
    try {
      double percent = Double.parseDouble(text);
      if (percent >= 0 && percent < 100) {
        return percent;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new UsageException(
        "--plan-on is 3d, average, mid-position, or a phase from 0 to below 100, not %s."
            .formatted(text));
  }
}
