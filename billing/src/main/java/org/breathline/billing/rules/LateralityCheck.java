package org.breathline.billing.rules;

import java.util.List;
import java.util.Optional;
import org.breathline.billing.claim.Diagnosis;
import org.breathline.billing.resource.YamlFile;
import org.jspecify.annotations.Nullable;

/**
 * The side of the diagnosis against that of the target, which only a planning system can compare.
 * No payer sees it; a mistake found later is a false claim.
 */
final class LateralityCheck implements Rule {

  /** What codes of a family say of the side. */
  private record Family(
      String id,
      List<String> codes,
      @Nullable Integer fullLength,
      boolean sided,
      @Nullable List<String> right) {}

  private record FamilyList(List<Family> families) {}

  private static final List<Family> FAMILIES =
      YamlFile.resource(LateralityCheck.class, "diagnosis-families.yaml", FamilyList.class)
          .families();

  @Override
  public void examine(Examination claim) {
    List<Integer> lines = claim.linesWith(Examination.SIMULATION);
    if (lines.isEmpty()) {
      return;
    }
    Side target = claim.context().targetSide();
    for (Diagnosis diagnosis : claim.claim().diagnoses(claim.line(lines.getFirst()))) {
      Optional<Family> family = sided(diagnosis.code());
      if (family.isEmpty()) {
        continue;
      }
      Optional<Side> side = side(family.get(), diagnosis.code());
      if (side.isEmpty()) {
        claim.advise(
            "laterality.unspecified", lines, "%s says no side.".formatted(diagnosis.code()));
      } else if (target == Side.LEFT || target == Side.RIGHT) {
        String statement =
            "%s is of the %s; the target lies on the %s."
                .formatted(diagnosis.code(), side.get().word(), target.word());
        if (side.get() == target) {
          claim.ok("laterality.target", lines, statement);
        } else {
          claim.warn("laterality.target", lines, statement);
        }
      }
    }
  }

  private static Optional<Family> sided(String code) {
    return FAMILIES.stream()
        .filter(Family::sided)
        .filter(f -> f.codes().stream().anyMatch(code::startsWith))
        .findFirst();
  }

  private static Optional<Side> side(Family family, String code) {
    List<String> right = family.right();
    if (right != null && right.contains(code)) {
      return Optional.of(Side.RIGHT);
    }
    Integer length = family.fullLength();
    if (length == null || code.length() != length) {
      return Optional.empty();
    }
    return switch (code.charAt(code.length() - 1)) {
      case '1' -> Optional.of(Side.RIGHT);
      case '2' -> Optional.of(Side.LEFT);
      default -> Optional.empty();
    };
  }
}
