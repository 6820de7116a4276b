package org.breathline.billing.documentation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.breathline.billing.claim.ClaimFormatException;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a recorded chain short of cutting its end shows, and shows where. */
final class EvidenceChainTest {

  private static final Instant AT = Instant.parse("2026-03-11T10:00:00Z");

  @TempDir private Path folder;

  @Test
  void isTheSameFromAFile() throws Exception {
    EvidenceChain chain = chain();
    EvidenceChain read = read(chain.text());
    assertThat(read.entries()).isEqualTo(chain.entries());
    assertThat(read.verify()).isEmpty();
    assertThat(read.head()).isEqualTo(chain.head());
    assertThat(read.objects()).containsExactlyInAnyOrderElementsOf(evidence().objects());
  }

  @Test
  void isOnlyEverAppendedTo() throws Exception {
    EvidenceChain chain = chain();
    EvidenceChain longer =
        DocumentedStudy.record(
                Samples.evidence("e", 12.5), Samples.stated(), chain, AT.plusSeconds(60))
            .chain();
    assertThat(longer.entries()).hasSize(chain.entries().size() + 1);
    assertThat(longer.text()).startsWith(chain.text());
    assertThat(longer.verify()).isEmpty();
  }

  @Test
  void recordsNothingTwice() throws Exception {
    EvidenceChain again =
        DocumentedStudy.record(evidence(), Samples.stated(), chain(), AT.plusSeconds(60)).chain();
    assertThat(again.text()).isEqualTo(chain().text());
  }

  @Test
  void namesTheFirstBrokenEntry() throws Exception {
    List<String> lines = chain().text().lines().toList();
    int last = lines.size() - 1;
    Property.holds(
        300,
        1,
        random -> {
          List<String> broken = new ArrayList<>(lines);
          int at = random.nextInt(last);
          switch (random.nextInt(3)) {
            case 0 -> broken.remove(at);
            case 1 -> Collections.swap(broken, at, at + 1);
            default -> broken.set(at, changed(broken.get(at)));
          }
          assertThat(brokenAt(String.join("\n", broken))).isEqualTo(at);
        });
  }

  private int brokenAt(String text) {
    try {
      return read(text).verify().map(EvidenceChain.Break::number).orElse(-1);
    } catch (ClaimFormatException | IOException e) {
      throw new IllegalStateException(e);
    }
  }

  @Test
  void refusesALineThatIsNoEntry() throws Exception {
    String text = chain().text();
    int next = chain().entries().size() + 1;
    assertThatThrownBy(() -> read(text + "{\"number\":9}\n"))
        .isInstanceOf(ClaimFormatException.class)
        .hasMessageContaining("line " + next);
  }

  private static String changed(String line) {
    int digit = line.indexOf("\"at\":\"2026") + 6;
    return line.substring(0, digit) + "1" + line.substring(digit + 1);
  }

  private EvidenceChain read(String text) throws ClaimFormatException, IOException {
    Path file = folder.resolve("evidence.jsonl");
    Files.writeString(file, text);
    return EvidenceChain.read(file);
  }

  private static EvidenceRecord evidence() {
    return Samples.evidence("c", 12.5);
  }

  private static EvidenceChain chain() throws ClaimFormatException {
    return DocumentedStudy.record(evidence(), Samples.stated(), EvidenceChain.empty(), AT).chain();
  }
}
