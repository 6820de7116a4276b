package org.breathline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.breathline.study.output.Digests;
import org.breathline.testkit.TestData;
import org.junit.jupiter.api.Test;

/**
 * The bill of materials and the notices are those of what really runs. When a dependency changes,
 * run {@code .ci/sbom} and look at {@code NOTICE}.
 */
final class SbomTest {

  /** Beginnings of the names of jars that only tests use. */
  private static final List<String> TEST_ONLY =
      List.of(
          "apiguardian-api-",
          "archunit-",
          "assertj-core-",
          "byte-buddy-",
          "junit-",
          "opentest4j-",
          "slf4j-api-",
          "surefire");

  private static final String OURS = "org.breathline";

  @Test
  void namesEveryLibraryThatRuns() throws IOException {
    assertThat(runtimeJars().keySet()).isEqualTo(thirdParty().keySet());
  }

  @Test
  void digestsAreThoseOfTheJars() throws IOException {
    Map<String, JsonNode> components = thirdParty();
    for (Map.Entry<String, Path> jar : runtimeJars().entrySet()) {
      JsonNode component = components.getOrDefault(jar.getKey(), MissingNode.getInstance());
      assertThat(sha256(component)).as(jar.getKey()).isEqualTo(Digests.ofFile(jar.getValue()));
    }
  }

  @Test
  void everyComponentSaysItsLicenceAndWhereItIs() throws IOException {
    for (JsonNode component : components()) {
      String name = component.path("name").asText();
      assertThat(component.path("licenses")).as(name).isNotEmpty();
      assertThat(component.path("purl").asText()).as(name).startsWith("pkg:maven/");
      assertThat(component.path("licenses").toString()).as(name).doesNotContain("GPL");
    }
  }

  @Test
  void theNoticesNameEveryLibrary() throws IOException {
    String notice = Files.readString(TestData.projectRoot().resolve("NOTICE"));
    Map<String, String> named =
        Map.ofEntries(
            Map.entry("com.fasterxml.jackson.core", "Jackson"),
            Map.entry("com.fasterxml.jackson.dataformat", "Jackson"),
            Map.entry("com.github.jai-imageio", "jai-imageio"),
            Map.entry("com.twelvemonkeys.common", "TwelveMonkeys"),
            Map.entry("com.twelvemonkeys.imageio", "TwelveMonkeys"),
            Map.entry("commons-logging", "Commons Logging"),
            Map.entry("info.picocli", "picocli"),
            Map.entry("io.xlate", "StAEDI"),
            Map.entry("org.apache.pdfbox", "PDFBox"),
            Map.entry("org.jspecify", "JSpecify"),
            Map.entry("org.locationtech.jts", "JTS"),
            Map.entry("org.yaml", "SnakeYAML"));
    for (JsonNode component : thirdParty().values()) {
      String group = component.path("group").asText();
      assertThat(named).as("a group that NOTICE must name").containsKey(group);
      assertThat(notice).contains(named.get(group));
    }
  }

  private static JsonNode components() throws IOException {
    Path file = TestData.projectRoot().resolve("docs").resolve("sbom.json");
    JsonNode components = JsonMapper.builder().build().readTree(file.toFile()).path("components");
    assertThat(components).isNotEmpty();
    return components;
  }

  /** By the name of the jar. */
  private static Map<String, JsonNode> thirdParty() throws IOException {
    Map<String, JsonNode> found = new TreeMap<>();
    for (JsonNode component : components()) {
      if (!component.path("group").asText().equals(OURS)) {
        String name = component.path("name").asText();
        found.put(name + "-" + component.path("version").asText() + ".jar", component);
      }
    }
    return found;
  }

  private static String sha256(JsonNode component) {
    List<String> found = new ArrayList<>();
    for (JsonNode hash : component.path("hashes")) {
      if (hash.path("alg").asText().equals("SHA-256")) {
        found.add(hash.path("content").asText());
      }
    }
    return String.join(",", found);
  }

  private static Map<String, Path> runtimeJars() {
    Map<String, Path> jars = new TreeMap<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
      Path path = Path.of(entry);
      String name = String.valueOf(path.getFileName());
      boolean ours = path.startsWith(TestData.projectRoot());
      if (name.endsWith(".jar") && !ours && TEST_ONLY.stream().noneMatch(name::startsWith)) {
        jars.put(name, path);
      }
    }
    return jars;
  }
}
