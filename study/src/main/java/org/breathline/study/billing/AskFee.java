package org.breathline.study.billing;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.breathline.billing.fees.Fee;
import org.breathline.billing.fees.FeeRequest;
import org.breathline.study.InputException;
import org.breathline.study.output.Provenance;
import org.jspecify.annotations.Nullable;

/** Asks the Medicare fee schedule. */
public final class AskFee {

  private AskFee() {}

  /** Answers; "not payable" and "not known" are answers. */
  public static FeeSummary ask(FeeRequest request, BillingFolder folder)
      throws IOException, InputException {
    Fee fee = folder.feeSchedule().fee(request);
    Map<String, Object> parameters = new LinkedHashMap<>();
    parameters.put("code", request.code());
    parameters.put("date", request.date().toString());
    parameters.put("modifier", request.component().modifier());
    parameters.put("setting", word(fee));
    parameters.put("locality", fee.locality());
    request.conversionFactor().ifPresent(f -> parameters.put("conversionFactor", f));
    return new FeeSummary(
        Provenance.of("fee", parameters, List.of()),
        fee.code(),
        fee.date().toString(),
        fee.component().modifier(),
        word(fee),
        fee.locality(),
        fee.allowed(),
        fee.reason(),
        calculation(fee.calculation()),
        fee.sources(),
        fee.notes());
  }

  private static String word(Fee fee) {
    return fee.setting().name().toLowerCase(Locale.ROOT);
  }

  private static FeeSummary.@Nullable Calculation calculation(Fee.@Nullable Calculation of) {
    return of == null
        ? null
        : new FeeSummary.Calculation(
            of.work(),
            of.expense(),
            of.malpractice(),
            of.workIndex(),
            of.expenseIndex(),
            of.malpracticeIndex(),
            of.conversionFactor());
  }
}
