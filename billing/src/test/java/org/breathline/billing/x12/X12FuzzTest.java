package org.breathline.billing.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.SplittableRandom;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Whatever is done to a file, it is read or refused, and a refusal says nothing of the patient. */
final class X12FuzzTest {

  @Test
  void aFewThousandDamagedFiles() {
    damage(2_000, 1);
  }

  @Test
  @Tag("full")
  void manyDamagedFiles() {
    damage(200_000, 1_000_000);
  }

  @Test
  void memoryIsBounded() {
    String head =
        "ISA*00*          *00*          *ZZ*A              *ZZ*B              *260316*0830*^*00501*000000007*0*T*:~";
    byte[] many = (head + "N1~".repeat(500_000)).getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> X12File.read(many, "f")).isInstanceOf(X12Exception.class);
    byte[] wide = (head + "GS" + "*".repeat(1_000_000)).getBytes(StandardCharsets.US_ASCII);
    assertThatThrownBy(() -> X12File.read(wide, "f")).isInstanceOf(X12Exception.class);
    byte[] huge = new byte[Interchange.LARGEST_FILE + 1];
    assertThatThrownBy(() -> X12File.read(huge, "f"))
        .isInstanceOf(X12Exception.class)
        .hasMessageContaining("larger than 16 MiB");
  }

  private static void damage(int cases, long seed) {
    byte[][] files = files();
    Property.holds(
        cases,
        seed,
        random -> {
          byte[] bytes = damaged(files[random.nextInt(files.length)], random);
          try {
            X12File.read(bytes, "f");
          } catch (X12Exception e) {
            assertThat(e.faults()).isNotEmpty();
            assertThat(e.getMessage()).doesNotContain("TESTER", "1AB2C34DE56", "SAMPLE WAY");
          }
        });
  }

  private static byte[][] files() {
    try {
      return new byte[][] {
        bytes(
            ClaimWriter.write(
                X12Claims.ofADependent(), X12Claims.SUBMITTER, 7, X12Claims.AT, true)),
        bytes(
            ClaimWriter.write(
                X12Claims.institutional(), X12Claims.SUBMITTER, 7, X12Claims.AT, true)),
        bytes(RemittanceTest.remittance("CO", "107", "N122")),
      };
    } catch (X12Exception e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  private static byte[] damaged(byte[] file, SplittableRandom random) {
    byte[] bytes = file.clone();
    for (int i = random.nextInt(1, 5); i > 0; i--) {
      int at = random.nextInt(bytes.length);
      switch (random.nextInt(4)) {
        case 0 -> bytes[at] = (byte) random.nextInt(256);
        case 1 -> bytes[at] = (byte) "*:~^A0".charAt(random.nextInt(6));
        case 2 -> {
          int to = random.nextInt(at, bytes.length);
          byte[] shorter = Arrays.copyOf(bytes, bytes.length - (to - at));
          System.arraycopy(bytes, to, shorter, at, bytes.length - to);
          bytes = shorter.length < 10 ? bytes : shorter;
        }
        default -> bytes = Arrays.copyOf(bytes, Math.max(10, at));
      }
    }
    return bytes;
  }
}
