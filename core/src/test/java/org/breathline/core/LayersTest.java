package org.breathline.core;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Data goes down the flow and never back up: a package imports only those before it. */
final class LayersTest {

  /** Bottom up. ARCHITECTURE.md shows the same list. */
  static final List<String> LAYERS =
      List.of(
          "progress",
          "geometry",
          "image",
          "field",
          "respiration",
          "scan",
          "sorting",
          "structure",
          "segmentation",
          "registration",
          "motion",
          "target",
          "qa",
          "treatment",
          "dose",
          "fourd",
          "evaluation",
          "planning",
          "phantom");

  private static final JavaClasses CORE =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("org.breathline.core");

  @Test
  void aPackageImportsOnlyThoseBeforeIt() {
    for (int i = 0; i < LAYERS.size(); i++) {
      for (int later = i + 1; later < LAYERS.size(); later++) {
        ArchRuleDefinition.noClasses()
            .that()
            .resideInAPackage("org.breathline.core." + LAYERS.get(i) + "..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.breathline.core." + LAYERS.get(later) + "..")
            .allowEmptyShould(true)
            .check(CORE);
      }
    }
  }

  @Test
  void everyPackageHasItsPlaceInTheOrder() {
    ArchRuleDefinition.classes()
        .should()
        .resideInAnyPackage(
            LAYERS.stream().map(l -> "org.breathline.core." + l + "..").toArray(String[]::new))
        .check(CORE);
  }

  @Test
  void coreNeverSeesDicom() {
    ArchRuleDefinition.noClasses()
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "belong to another module than core and kernel",
                (JavaClass c) ->
                    c.getPackageName().startsWith("org.breathline")
                        && !c.getPackageName().startsWith("org.breathline.core")
                        && !c.getPackageName().startsWith("org.breathline.kernel")))
        .check(CORE);
  }
}
