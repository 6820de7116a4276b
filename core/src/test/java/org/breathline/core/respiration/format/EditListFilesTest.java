package org.breathline.core.respiration.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.breathline.core.respiration.edit.BreathEdit;
import org.breathline.core.respiration.edit.EditList;
import org.breathline.core.respiration.edit.TraceFingerprint;
import org.breathline.core.respiration.edit.Turn;
import org.breathline.testkit.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class EditListFilesTest {

  private static final TraceFingerprint TRACE =
      new TraceFingerprint("0123456789abcdef0123456789abcdef");

  private static final String HEAD = "breathline edits 1\ntrace " + TRACE + "\n";

  @TempDir Path folder;

  private EditList read(String text) throws IOException {
    Path file = folder.resolve("edits.txt");
    Files.writeString(file, text);
    return EditListFiles.read(file);
  }

  @Test
  void readsEditsInTheirOrder() throws IOException {
    EditList list =
        read(
            "# corrected after review\r\n\r\n"
                + HEAD
                + "Move inhale 45.51 45.7\n\n add exhale 50.1 # a breath was missed\nremove inhale 89.2");

    assertThat(list.trace()).isEqualTo(TRACE);
    assertThat(list.edits())
        .containsExactly(
            new BreathEdit.Move(Turn.INHALE, 45.51, 45.7),
            new BreathEdit.Add(Turn.EXHALE, 50.1),
            new BreathEdit.Remove(Turn.INHALE, 89.2));
  }

  @Test
  void whatIsWrittenIsReadBack() {
    Property.holds(
        20,
        1,
        random -> {
          List<BreathEdit> edits = new ArrayList<>();
          for (int i = random.nextInt(6); i > 0; i--) {
            Turn turn = random.nextBoolean() ? Turn.INHALE : Turn.EXHALE;
            int timeMs = random.nextInt(1_000_000);
            double timeS = timeMs / 1000.0;
            edits.add(
                switch (random.nextInt(3)) {
                  case 0 -> new BreathEdit.Add(turn, timeS);
                  case 1 -> new BreathEdit.Remove(turn, timeS);
                  default -> new BreathEdit.Move(turn, timeS, (timeMs + 125) / 1000.0);
                });
          }
          EditList list = new EditList(TRACE, edits);
          Path file = folder.resolve("edits.txt");
          try {
            EditListFiles.write(list, file);
            assertThat(EditListFiles.read(file)).isEqualTo(list);
          } catch (IOException e) {
            throw new AssertionError(e);
          }
        });
  }

  @Test
  void saysWhichLineIsWrong() {
    assertThatThrownBy(() -> read("edits 1"))
        .isInstanceOf(TraceException.class)
        .hasMessage("edits.txt, line 1: expected 'breathline edits 1'");
    assertThatThrownBy(() -> read("breathline edits 1\nmove inhale 1 2"))
        .hasMessageContaining("line 2: expected 'trace'");
    assertThatThrownBy(() -> read("breathline edits 1\ntrace 12"))
        .hasMessageContaining("line 2: expected 32 hexadecimal digits");
    assertThatThrownBy(() -> read(HEAD + "shift inhale 1"))
        .hasMessageContaining("line 3: expected move, add or remove");
    assertThatThrownBy(() -> read(HEAD + "\nmove inhale 1"))
        .hasMessageContaining("line 4: expected 'move', inhale or exhale, and two times");
    assertThatThrownBy(() -> read(HEAD + "add middle 1"))
        .hasMessageContaining("expected inhale or exhale");
    assertThatThrownBy(() -> read(HEAD + "add inhale soon"))
        .hasMessageContaining("expected a time in seconds");
    assertThatThrownBy(() -> read(HEAD + "add inhale NaN"))
        .hasMessageContaining("expected a time in seconds");
  }
}
