package org.breathline.core.respiration.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.breathline.core.respiration.Breath;
import org.breathline.core.respiration.BreathingCycles;
import org.breathline.core.respiration.BreathingTrace;
import org.breathline.core.respiration.edit.BreathEdit.Add;
import org.breathline.core.respiration.edit.BreathEdit.Move;
import org.breathline.core.respiration.edit.BreathEdit.Remove;
import org.breathline.core.respiration.simulation.BreathShape;
import org.breathline.core.respiration.simulation.Recorder;
import org.breathline.core.respiration.simulation.SyntheticBreathing;
import org.junit.jupiter.api.Test;

final class EditListTest {

  private static final BreathingTrace TRACE =
      SyntheticBreathing.regular(BreathShape.QUIET, 60).record(Recorder.PERFECT);

  private static final BreathingCycles CYCLES =
      new BreathingCycles(
          TRACE,
          List.of(
              new Breath(2, 4, 6, true),
              new Breath(6, 8, 10, false),
              new Breath(10, 12, 14, true),
              new Breath(30, 32, 34, true)));

  private static List<Breath> edited(BreathEdit... edits) throws EditRefused {
    return new EditList(TraceFingerprint.of(TRACE), List.of(edits)).apply(CYCLES).breaths();
  }

  @Test
  void noEditsChangeNothing() throws EditRefused {
    assertThat(edited()).isEqualTo(CYCLES.breaths());
  }

  @Test
  void movesATurnAndTrustsItsBreaths() throws EditRefused {
    assertThat(edited(new Move(Turn.INHALE, 6.1, 6.5)))
        .startsWith(new Breath(2, 4, 6.5, true), new Breath(6.5, 8, 10, true))
        .hasSize(4);
  }

  @Test
  void movingATurnToItsOwnTimeConfirmsIt() throws EditRefused {
    assertThat(edited(new Move(Turn.EXHALE, 8, 8)).get(1)).isEqualTo(new Breath(6, 8, 10, true));
  }

  @Test
  void twoRemovalsJoinTwoBreaths() throws EditRefused {
    assertThat(edited(new Remove(Turn.INHALE, 6), new Remove(Turn.EXHALE, 8)))
        .containsExactly(
            new Breath(2, 4, 10, false),
            new Breath(10, 12, 14, true),
            new Breath(30, 32, 34, true));
  }

  @Test
  void twoAdditionsSplitABreath() throws EditRefused {
    assertThat(edited(new Add(Turn.INHALE, 5), new Add(Turn.EXHALE, 5.5)))
        .startsWith(new Breath(2, 4, 5, true), new Breath(5, 5.5, 6, true));
  }

  @Test
  void aGapStaysAGapUnlessFilled() throws EditRefused {
    assertThat(edited(new Move(Turn.INHALE, 14, 15))).hasSize(4);
    assertThat(edited(new Add(Turn.EXHALE, 20))).contains(new Breath(14, 20, 30, true)).hasSize(5);
  }

  @Test
  void removingTheFirstTurnShortensTheRun() throws EditRefused {
    assertThat(edited(new Remove(Turn.INHALE, 2))).first().isEqualTo(new Breath(6, 8, 10, false));
  }

  @Test
  void anEditMayNameWhatAnEditBeforePut() throws EditRefused {
    assertThat(edited(new Move(Turn.INHALE, 6, 7), new Move(Turn.INHALE, 7, 6.4)))
        .startsWith(new Breath(2, 4, 6.4, true));
  }

  @Test
  void refusesNonsenseInWords() {
    assertThatThrownBy(() -> edited(new Move(Turn.INHALE, 7, 7.1)))
        .isInstanceOf(EditRefused.class)
        .hasMessage(
            "'move inhale 7.000 7.100': there is no end of inhalation within 0.25 s of 7.000 s");
    assertThatThrownBy(() -> edited(new Add(Turn.EXHALE, 61)))
        .hasMessageContaining("lies outside the trace, which runs from 0.000 to 60.000 s");
    assertThatThrownBy(() -> edited(new Move(Turn.INHALE, 6, 8.5)))
        .hasMessageContaining("goes past the next turn");
    assertThatThrownBy(() -> edited(new Remove(Turn.INHALE, 6)))
        .hasMessageContaining("two ends of exhalation follow each other, at 4.000 and 8.000 s");
    assertThatThrownBy(() -> edited(new Add(Turn.INHALE, 4)))
        .hasMessageContaining("already is a turn at that time");
  }

  @Test
  void refusesEditsOfAnotherTrace() {
    EditList list = new EditList(TraceFingerprint.of(TRACE.inverted()), List.of());

    assertThatThrownBy(() -> list.apply(CYCLES))
        .isInstanceOf(EditRefused.class)
        .hasMessageContaining("another trace");
  }
}
