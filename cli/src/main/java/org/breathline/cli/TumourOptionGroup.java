package org.breathline.cli;

import java.nio.file.Path;
import java.util.Optional;
import org.breathline.study.UsageException;
import org.breathline.study.structures.TumourChoice;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The tumour that a target is made of: clicked or drawn, the same in every verb that makes one. */
final class TumourOptionGroup {

  @Mixin private final SeedOptionGroup seed = new SeedOptionGroup();

  @Option(
      names = "--structures",
      paramLabel = "RS",
      description = "The RT Structure Set that the tumour was drawn in.")
  private @Nullable Path structures;

  @Option(
      names = "--target",
      paramLabel = "NAME",
      description =
          "The tumour's name in it (default: its first GTV, else its first other target).")
  private @Nullable String target;

  @Option(
      names = "--reference",
      paramLabel = "P",
      description = "The phase that it was drawn on, per cent (default: as its references say).")
  private @Nullable Double reference;

  /**
   * The tumour, if one was named.
   *
   * @throws UsageException if there are two, or half of one
   */
  Optional<TumourChoice> choice() {
    Optional<TumourChoice.Clicked> clicked = seed.clicked();
    if (structures == null) {
      if (target != null || reference != null) {
        throw new UsageException("--target and --reference are about --structures: give them.");
      }
      return clicked.map(c -> c);
    }
    if (clicked.isPresent()) {
      throw new UsageException("Give --seed or --structures, not both.");
    }
    return Optional.of(
        new TumourChoice.Drawn(
            structures, Optional.ofNullable(target), Optional.ofNullable(reference)));
  }

  /**
   * The tumour.
   *
   * @throws UsageException if none was named
   */
  TumourChoice required() {
    return choice()
        .orElseThrow(
            () -> new UsageException("Which tumour? Give --structures with --target, or --seed."));
  }
}
