package org.breathline.study.billing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.breathline.billing.edits.EditLibrary;
import org.breathline.billing.edits.IndexException;
import org.breathline.billing.fees.FeeSchedule;
import org.breathline.billing.fees.FeeTables;
import org.breathline.billing.payer.PayerProfiles;
import org.breathline.billing.resource.YamlException;
import org.breathline.billing.rules.RuleData;
import org.breathline.billing.table.TableException;
import org.breathline.study.InputException;

/**
 * Where a user's billing data are kept: an index of edits, fee tables, and payer profiles of the
 * user's own. What is not there comes from the part that ships.
 *
 * @param path the folder; it need not exist
 */
public record BillingFolder(Path path) {

  Path index() {
    return path.resolve("edits.index");
  }

  Path fees() {
    return path.resolve("fees");
  }

  private Path payers() {
    return path.resolve("payers");
  }

  /** The fee schedule, the user's files going first. */
  FeeSchedule feeSchedule() throws IOException, InputException {
    try {
      return Files.isDirectory(fees())
          ? FeeSchedule.shipped().with(FeeTables.read(fees()))
          : FeeSchedule.shipped();
    } catch (TableException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
  }

  /** The imported edits; none where nothing was imported. */
  EditLibrary edits() throws IOException, InputException {
    try {
      return Files.exists(index()) ? EditLibrary.read(index()) : EditLibrary.NONE;
    } catch (IndexException e) {
      throw new InputException(
          "%s cannot be used: %s. Import CMS's files again.".formatted(index(), e.getMessage()), e);
    }
  }

  /** All that the rules look things up in. */
  RuleData ruleData() throws IOException, InputException {
    PayerProfiles profiles = PayerProfiles.shipped();
    try {
      if (Files.isDirectory(payers())) {
        profiles = profiles.with(payers());
      }
    } catch (YamlException e) {
      throw new InputException(String.valueOf(e.getMessage()), e);
    }
    return new RuleData(edits().with(EditLibrary.shipped()), feeSchedule(), profiles);
  }
}
