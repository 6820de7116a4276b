package org.breathline.testkit;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the shared test data: where BREATHLINE_DATA points, or {@code ../shared/data} beside the
 * project.
 */
public final class TestData {

  private TestData() {}

  /** The root of the project's checkout: the nearest parent folder that holds the launcher. */
  public static Path projectRoot() {
    Path folder = Path.of("").toAbsolutePath();
    while (folder != null) {
      if (Files.exists(folder.resolve("breathline")) && Files.exists(folder.resolve("pom.xml"))) {
        return folder;
      }
      folder = folder.getParent();
    }
    throw new IllegalStateException("the tests do not run inside a checkout of the project");
  }

  /** A file or folder of the shared data, if it is there. */
  public static Optional<Path> find(String relative) {
    String named = System.getenv("BREATHLINE_DATA");
    Path root =
        named == null || named.isBlank()
            ? projectRoot().resolveSibling("shared").resolve("data")
            : Path.of(named);
    Path path = root.resolve(relative);
    return Files.exists(path) ? Optional.of(path) : Optional.empty();
  }

  /** A file or folder of the shared data, in a test that carries {@link RequiresData} for it. */
  public static Path get(String relative) {
    return find(relative)
        .orElseThrow(() -> new IllegalStateException("no shared data " + relative));
  }
}
