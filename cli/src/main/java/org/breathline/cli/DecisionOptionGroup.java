package org.breathline.cli;

import java.util.Locale;
import java.util.Optional;
import org.breathline.core.motion.management.Technique;
import org.breathline.study.UsageException;
import org.breathline.study.motion.DecisionRequest;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What a person decided about the motion, the same in every verb that proposes something. */
final class DecisionOptionGroup {

  /** The techniques as they are asked for. */
  enum Choice {
    ITV(Technique.FREE_BREATHING_ITV),
    MID_VENTILATION(Technique.MID_VENTILATION),
    GATED(Technique.GATED),
    BREATH_HOLD(Technique.BREATH_HOLD),
    COMPRESSION(Technique.COMPRESSION),
    TRACKING(Technique.TRACKING);

    private final Technique technique;

    Choice(Technique technique) {
      this.technique = technique;
    }

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Option(
      names = "--decide",
      paramLabel = "TECHNIQUE",
      description =
          "Record what a person decided about the motion: ${COMPLETION-CANDIDATES}. Needs --by, and"
              + " --because where it is not what the figures speak for.")
  private @Nullable Choice choice;

  @Option(
      names = "--by",
      paramLabel = "WHO",
      description = "Who decided, as it is to be recorded: a role is enough.")
  private @Nullable String who;

  @Option(names = "--because", paramLabel = "TEXT", description = "Why it was decided.")
  private @Nullable String why;

  /**
   * The decision, if one was made.
   *
   * @throws UsageException if nobody made it, or somebody decided nothing
   */
  Optional<DecisionRequest> decision() {
    if (choice == null) {
      if (who != null || why != null) {
        throw new UsageException("--by and --because say who decided what: give --decide.");
      }
      return Optional.empty();
    }
    if (who == null || who.isBlank()) {
      throw new UsageException("--decide needs the person who decided: give --by.");
    }
    return Optional.of(new DecisionRequest(choice.technique, who, why == null ? "" : why));
  }
}
