package org.breathline.study.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.breathline.study.plot.LiberationSans;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;

class TextWrapTest {

  @Test
  void noLineIsTooLongAndNothingIsLost() {
    Property.holds(
        200,
        5,
        random -> {
          StringBuilder text = new StringBuilder("x");
          for (int i = 0; i < 120; i++) {
            text.append(random.nextInt(6) == 0 ? ' ' : (char) ('a' + random.nextInt(26)));
          }
          double width = random.nextDouble(12, 200);
          List<String> lines = TextWrap.lines(text.toString(), 9, width);
          for (String line : lines) {
            assertThat(LiberationSans.width(line, 9)).isLessThanOrEqualTo(width);
          }
          assertThat(String.join("", lines).replace(" ", ""))
              .isEqualTo(text.toString().replace(" ", ""));
        });
  }

  @Test
  void emptyTextIsOneEmptyLine() {
    assertThat(TextWrap.lines("", 9, 100)).containsExactly("");
  }
}
