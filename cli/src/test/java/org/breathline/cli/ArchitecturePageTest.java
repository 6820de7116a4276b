package org.breathline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.breathline.testkit.TestData;
import org.junit.jupiter.api.Test;

/** The picture in ARCHITECTURE.md is drawn from the classes, and is today's. */
final class ArchitecturePageTest {

  private static final String ROOT = "org.breathline.";
  private static final String BEGIN = "<!-- dependencies: drawn, do not edit -->\n";
  private static final String END = "<!-- end of dependencies -->\n";

  @Test
  void thePictureIsTodays() throws IOException {
    Path page = TestData.projectRoot().resolve("ARCHITECTURE.md");
    String text = Files.readString(page);
    int begin = text.indexOf(BEGIN) + BEGIN.length();
    int end = text.indexOf(END);
    String redrawn =
        text.substring(0, begin) + "```mermaid\n" + picture() + "```\n" + text.substring(end);
    if (Boolean.getBoolean("breathline.redraw")) {
      Files.writeString(page, redrawn);
    }
    assertThat(Files.readString(page)).isEqualTo(redrawn);
  }

  /**
   * Packages in boxes of their modules; an arrow for every import, less those that others imply.
   */
  private static String picture() {
    SortedMap<String, SortedSet<String>> imports = imports();
    StringBuilder drawing = new StringBuilder("flowchart TD\n");
    imports.keySet().stream()
        .collect(
            Collectors.groupingBy(ArchitecturePageTest::module, TreeMap::new, Collectors.toList()))
        .forEach((module, packages) -> {
          drawing.append("  subgraph ").append(module).append('\n');
          packages.forEach(
              p -> drawing.append("    ").append(id(p)).append("[\"").append(p).append("\"]\n"));
          drawing.append("  end\n");
        });
    for (Map.Entry<String, SortedSet<String>> entry : imports.entrySet()) {
      for (String imported : entry.getValue()) {
        if (!implied(imports, entry.getKey(), imported)) {
          drawing
              .append("  ")
              .append(id(entry.getKey()))
              .append(" --> ")
              .append(id(imported))
              .append('\n');
        }
      }
    }
    return drawing.toString();
  }

  private static boolean implied(Map<String, SortedSet<String>> imports, String from, String to) {
    return imports.getOrDefault(from, new TreeSet<>()).stream()
        .filter(Predicate.not(to::equals))
        .anyMatch(step -> reaches(imports, step, to, new TreeSet<>(List.of(from))));
  }

  private static boolean reaches(
      Map<String, SortedSet<String>> imports, String from, String to, SortedSet<String> seen) {
    if (from.equals(to)) {
      return true;
    }
    return seen.add(from)
        && imports.getOrDefault(from, new TreeSet<>()).stream()
            .anyMatch(step -> reaches(imports, step, to, seen));
  }

  private static SortedMap<String, SortedSet<String>> imports() {
    SortedMap<String, SortedSet<String>> imports = new TreeMap<>();
    for (JavaClass type :
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.breathline")) {
      String from = area(type);
      if (from.startsWith("testkit")) {
        continue;
      }
      SortedSet<String> to = imports.computeIfAbsent(from, _ -> new TreeSet<>());
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (target.getPackageName().startsWith("org.breathline") && !area(target).equals(from)) {
          to.add(area(target));
        }
      }
    }
    return imports;
  }

  /** A module's package, its own subpackages taken together: {@code core.respiration}. */
  private static String area(JavaClass type) {
    List<String> parts = List.of(type.getPackageName().substring(ROOT.length()).split("\\.", -1));
    return String.join(".", parts.subList(0, Math.min(2, parts.size())));
  }

  private static String module(String area) {
    return area.contains(".") ? area.substring(0, area.indexOf('.')) : area;
  }

  private static String id(String area) {
    return area.replace('.', '_') + "_";
  }
}
