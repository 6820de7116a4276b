package org.breathline.cli;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.breathline.billing.fees.Component;
import org.breathline.billing.fees.FeeRequest;
import org.breathline.billing.fees.FeeSetting;
import org.breathline.study.UsageException;
import org.breathline.study.billing.AskFee;
import org.breathline.study.billing.FeeSummary;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "fee",
    description = "Say what Medicare's physician fee schedule allows for a code.")
final class FeeCommand extends Verb {

  @Parameters(paramLabel = "CODE", description = "A CPT or HCPCS code, such as 77293.")
  private String code = "";

  @Option(names = "--date", required = true, paramLabel = "D", description = "The date of service.")
  private LocalDate date = LocalDate.EPOCH;

  @Option(
      names = "--locality",
      paramLabel = "L",
      description = "Such as AK-01 (default: the nation).")
  private @Nullable String locality;

  @Option(
      names = "--setting",
      paramLabel = "S",
      description = "office or facility (default: ${DEFAULT-VALUE}).")
  private FeeSetting setting = FeeSetting.OFFICE;

  @Option(names = "--modifier", paramLabel = "M", description = "26 or TC (default: the whole).")
  private String modifier = "";

  @Option(
      names = "--conversion-factor",
      paramLabel = "USD",
      description = "Another than the schedule's.")
  private @Nullable BigDecimal conversionFactor;

  @Mixin private final BillingFolderOption billing = new BillingFolderOption();

  @Override
  Outcome run(Terminal progress) throws Exception {
    Component component =
        Component.of(modifier)
            .orElseThrow(() -> new UsageException("--modifier is 26 or TC, not " + modifier + "."));
    if (!code.matches("[0-9A-Za-z]{5}")) {
      throw new UsageException("A code has five letters or digits, such as 77293.");
    }
    FeeSummary fee =
        AskFee.ask(
            new FeeRequest(
                code.toUpperCase(Locale.ROOT),
                date,
                component,
                setting,
                Optional.ofNullable(locality),
                Optional.ofNullable(conversionFactor)),
            billing.folder());
    return Outcome.answer(fee, words(fee));
  }

  private static String words(FeeSummary fee) {
    List<String> lines = new ArrayList<>();
    String what =
        "%s%s on %s, %s, %s"
            .formatted(
                fee.code(),
                fee.modifier().isEmpty() ? "" : "-" + fee.modifier(),
                fee.date(),
                fee.setting(),
                fee.locality());
    lines.add(
        fee.allowed() == null
            ? what + ": no amount. " + fee.reason()
            : what + ": " + fee.allowed() + " USD allowed.");
    fee.sources().forEach(s -> lines.add("  source       " + s));
    fee.notes().forEach(n -> lines.add("  note         " + n));
    return String.join(System.lineSeparator(), lines);
  }
}
