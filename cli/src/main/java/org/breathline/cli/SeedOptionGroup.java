package org.breathline.cli;

import java.util.Optional;
import java.util.regex.Pattern;
import org.breathline.core.geometry.Vector3;
import org.breathline.study.UsageException;
import org.breathline.study.structures.TumourChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A lung tumour that is clicked, the same in every verb that follows one. */
final class SeedOptionGroup {

  private static final Pattern COMMA = Pattern.compile(",");

  @Option(
      names = "--seed",
      paramLabel = "X,Y,Z",
      description = "A point in a lung tumour, LPS millimetres.")
  private @Nullable String seed;

  @Option(
      names = "--seed-phase",
      paramLabel = "PERCENT",
      description = "The phase in which the seed was placed (default: the one it fits best).")
  private @Nullable Double seedPhase;

  /**
   * The tumour, if one was clicked.
   *
   * @throws UsageException if the seed is none
   */
  Optional<TumourChoice.Clicked> clicked() {
    if (seed == null) {
      if (seedPhase != null) {
        throw new UsageException("--seed-phase says in which phase a --seed was placed.");
      }
      return Optional.empty();
    }
    return Optional.of(new TumourChoice.Clicked(point(seed), Optional.ofNullable(seedPhase)));
  }

  private static Vector3 point(String text) {
    String[] parts = COMMA.split(text, -1);
    try {
      if (parts.length == 3) {
        Vector3 point =
            new Vector3(
                Double.parseDouble(parts[0].strip()),
                Double.parseDouble(parts[1].strip()),
                Double.parseDouble(parts[2].strip()));
        if (Double.isFinite(point.length())) {
          return point;
        }
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new UsageException(
        "--seed is three numbers, X,Y,Z in millimetres, not %s.".formatted(text));
  }
}
