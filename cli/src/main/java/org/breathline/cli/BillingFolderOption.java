package org.breathline.cli;

import java.nio.file.Path;
import org.breathline.study.billing.BillingFolder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where imported billing files are kept, the same in every verb that asks them. */
final class BillingFolderOption {

  @Option(
      names = "--billing",
      paramLabel = "DIR",
      description =
          "Where imported files and payer profiles are kept (default: billing in BREATHLINE_HOME).")
  private @Nullable Path folder;

  /** The folder. */
  BillingFolder folder() {
    return new BillingFolder(folder == null ? StateFolder.path().resolve("billing") : folder);
  }
}
