package org.breathline.billing.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.breathline.billing.x12.Denial.Cause;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Remittances of our own, one for every row of the table of denials, and what is read of them. */
public final class RemittanceTest {

  @ParameterizedTest
  @CsvSource({
    "CO, 107, N122, NO_PRIMARY",
    "CO, B15, N122, NO_PRIMARY",
    "CO, 236, M15, PAIR",
    "CO, 97, N20, PAIR",
    "CO, 97, M15, PAIR",
    "CO, 151, N362, UNITS",
    "CO, 222, N640, UNITS",
    "CO, 50, N115, NECESSITY",
    "CO, 11, N569, NECESSITY",
    "CO, 197, '', AUTHORISATION",
    "CO, 198, '', AUTHORISATION",
    "CO, 284, '', AUTHORISATION",
    "CO, 252, N706, RECORDS",
    "CO, 226, M127, RECORDS",
    "CO, 4, N519, MODIFIER",
    "CO, 182, N822, MODIFIER",
    "CO, 5, M77, PLACE",
    "CO, 58, M77, PLACE",
    "CO, 58, M96, PLACE",
    "CO, 18, '', DUPLICATE",
    "CO, 16, M51, INCOMPLETE",
    "CO, 89, '', OTHER"
  })
  void aDenialIsMatchedToItsLineAndCause(String group, String carc, String rarc, Cause cause)
      throws Exception {
    Remittance remittance = read(remittance(group, carc, rarc));
    List<Denial> denials = Denials.of(remittance);
    assertThat(denials)
        .singleElement()
        .satisfies(d -> {
          assertThat(d.claimId()).isEqualTo("CASE-1");
          assertThat(d.line()).isEqualTo(2);
          assertThat(d.code()).isEqualTo("77293");
          assertThat(d.cause()).isEqualTo(cause);
          assertThat(d.reason()).isEqualTo(carc);
          assertThat(d.remarks()).isEqualTo(rarc.isEmpty() ? List.of() : List.of(rarc));
          assertThat(d.amount()).isEqualByComparingTo("801.10");
          assertThat(d.mending()).isNotBlank();
        });
  }

  @Test
  void theContractsShareAndThePatientsAreNoDenials() throws Exception {
    Remittance remittance = read(remittance("CO", "107", "N122"));
    assertThat(remittance.claims().getFirst().lines().getFirst().adjustments()).hasSize(2);
    assertThat(Denials.of(remittance)).noneMatch(d -> "77301".equals(d.code()));
    assertThat(remittance.payment()).isEqualByComparingTo("1500");
  }

  @Test
  void sumsThatDoNotAgreeAreRefused() {
    String text = remittance("CO", "107", "N122");
    assertThatThrownBy(() -> read(text.replace("*107*801.10", "*107*801.00")))
        .isInstanceOf(X12Exception.class)
        .hasMessageContaining("SVC03 (loop 2110): not the charge less the adjustments");
    assertThatThrownBy(() -> read(text.replace("BPR*I*1500", "BPR*I*1501")))
        .hasMessageContaining("BPR02");
  }

  private static Remittance read(String text) throws X12Exception {
    return ((X12File.Contents.Remittances)
            X12File.read(text.getBytes(StandardCharsets.US_ASCII), "835"))
        .remittances()
        .getFirst();
  }

  /** Planning is paid less the contract's and the patient's share; simulation is denied. */
  public static String remittance(String group, String carc, String rarc) {
    String remark = rarc.isEmpty() ? "" : "LQ*HE*" + rarc + "~\n";
    String body =
        """
        ST*835*0001~
        BPR*I*1500*C*ACH*CCP*01*999999999*DA*1*1234567890**01*999999998*DA*2*20260401~
        TRN*1*TRACE1*1234567890~
        DTM*405*20260401~
        N1*PR*SAMPLE PLAN~
        N3*1 PLAN WAY~
        N4*PLANTON*MD*20705~
        PER*BL*DESK*TE*5550101~
        N1*PE*SAMPLE ONCOLOGY*XX*1234567893~
        LX*1~
        CLP*CASE-1*1*5301.10*1500*400*12*PAYER1*11*1~
        NM1*QC*1*TESTER*PAT****MI*1AB2C34DE56~
        SVC*HC:77301*4500*1500**1~
        DTM*472*20260314~
        CAS*CO*45*2600~
        CAS*PR*2*400~
        SVC*HC:77293*801.10*0**1~
        DTM*472*20260314~
        CAS*%s*%s*801.10~
        %s\
        """
            .formatted(group, carc, remark);
    long segments = body.lines().count() + 1;
    return "ISA*00*          *00*          *ZZ*PAYER          *ZZ*SUB1           *260401*0830*^*00501*000000009*0*T*:~\n"
        + "GS*HP*PAYER*SUB1*20260401*0830*9*X*005010X221A1~\n"
        + body
        + "SE*%d*0001~\nGE*1*9~\nIEA*1*000000009~\n".formatted(segments);
  }
}
