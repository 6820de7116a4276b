package org.breathline.core.planning.template;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.breathline.core.geometry.Grid;
import org.breathline.core.geometry.Orientation;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.planning.objective.MaximumDvh;
import org.breathline.core.planning.objective.SquaredDeviation;
import org.breathline.core.structure.RunLengthMask;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;

final class PlanTemplateTest {

  static final List<String> BUILT_IN = PlanTemplate.BUILT_IN;

  private static final String MINIMAL =
      """
      name: A try
      protocol: lung-60-30
      delivery: conformal
      gantry: 0 90.5
      margin: 7 mm
      scale: PTV: D95% >= 60 Gy
      objective PTV: deviation 61 weight 100
      """;

  @ParameterizedTest
  @FieldSource("BUILT_IN")
  void whatIsBuiltInCanBeRead(String name) {
    PlanTemplate template = PlanTemplate.builtIn(name).orElseThrow();

    assertThat(template.gantryDeg()).isNotEmpty();
    assertThat(template.wishes()).isNotEmpty();
    assertThat(template.scale().structure()).isNotEmpty();
  }

  @Test
  void everyLineIsTaken() throws Exception {
    PlanTemplate template =
        read(
            MINIMAL
                + "# a comment\n\nside: left\nsegments: 3\n"
                + "objective Lungs-GTV: dvh-max 20 30% weight 5\n"
                + "constraint Cord: max <= 45\n"
                + "constraint Lungs-GTV: volume 20 <= 35%\n");

    assertThat(template.delivery()).isEqualTo(Delivery.CONFORMAL);
    assertThat(template.gantryDeg()).containsExactly(0.0, 90.5);
    assertThat(template.aim()).isEqualTo("PTV");
    assertThat(template.side()).contains(PlanTemplate.Side.LEFT);
    assertThat(template.wishes()).hasSize(4);
    assertThat(template.wishes().get(0))
        .isEqualTo(new Wish.Objective("PTV", new SquaredDeviation(61), 100));
    assertThat(template.wishes().get(1).function()).isEqualTo(new MaximumDvh(20, 0.3));
    assertThat(template.wishes().get(3))
        .isInstanceOfSatisfying(
            Wish.Constraint.class, limit -> assertThat(limit.most()).isEqualTo(0.35));
  }

  @ParameterizedTest
  @CsvSource({
    "'objective PTV: deviation weight 3', a number is missing",
    "'objective PTV: wish 3 weight 3', no objective wish",
    "'objective PTV: mean <= 3', ends with its weight",
    "'constraint PTV: over 3 <= 3', no constraint over",
    "'structure A B', expected a structure such as",
    "'structure A = B grown', found grown",
    "'margin: 7', expected millimetres",
    "'gantry: north', expected a number",
    "'side: up', a side is left or right",
    "'delivery: fast', 'expected conformal, step-and-shoot or sliding-window'",
    "'protocol: none', no protocol",
    "'what is this', expected"
  })
  void whatMakesNoSenseIsSaid(String line, String words) {
    assertThatExceptionOfType(PlanTemplateException.class)
        .isThrownBy(() -> read(MINIMAL + line + "\n"))
        .withMessageContaining(words)
        .withMessageStartingWith("try");
  }

  @Test
  void whatIsMissingIsSaid() {
    assertThatExceptionOfType(PlanTemplateException.class)
        .isThrownBy(() -> read("name: A try\n"))
        .withMessageContaining("is missing");
  }

  @Test
  void structuresAreMadeOfOthers() throws Exception {
    Grid grid =
        new Grid(41, 41, 5, new Vector3(-40, -40, -4), new Vector3(2, 2, 2), Orientation.AXIAL);
    RunLengthMask target = RunLengthMask.of(grid, o -> radius(grid, o) <= 10);
    RunLengthMask organ = RunLengthMask.of(grid, o -> grid.point(o).x() > 0);
    PlanTemplate template =
        read(MINIMAL + "structure Ring = PTV grown 8 - PTV - Organ\nstructure X = Nobody + PTV\n");

    Map<String, RunLengthMask> all = template.complete(Map.of("PTV", target, "Organ", organ));

    RunLengthMask ring = Objects.requireNonNull(all.get("Ring"));
    assertThat(ring.contains(13, 20, 2)).isTrue();
    assertThat(ring.contains(18, 20, 2)).isFalse();
    assertThat(ring.contains(27, 20, 2)).isFalse();
    assertThat(all).doesNotContainKey("X");
  }

  private static double radius(Grid grid, int offset) {
    Vector3 point = grid.point(offset);
    return Math.hypot(point.x(), point.y());
  }

  private static PlanTemplate read(String text) throws Exception {
    return PlanTemplate.read(new StringReader(text), "try");
  }
}
