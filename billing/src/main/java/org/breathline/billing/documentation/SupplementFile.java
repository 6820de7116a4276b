package org.breathline.billing.documentation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.breathline.billing.claim.ClaimFormatException;
import org.breathline.billing.claim.ClaimJson;

/**
 * A {@link Supplement} as YAML or JSON; {@code examples/supplement.yaml} is one. Unknown names are
 * refused, so that a slip of the pen isn't taken for something missing.
 */
public final class SupplementFile {

  private static final long LARGEST_FILE = 1L << 20;

  private SupplementFile() {}

  /**
   * Reads one.
   *
   * @param file YAML where its name ends in .yaml or .yml, else JSON
   * @throws ClaimFormatException if it is no supplement; the message repeats nothing of what it
   *     holds
   * @throws IOException if it cannot be read
   */
  public static Supplement read(Path file) throws ClaimFormatException, IOException {
    String name = String.valueOf(file.getFileName());
    if (Files.size(file) > LARGEST_FILE) {
      throw new ClaimFormatException(name + " is larger than any supplement (1 MiB).");
    }
    byte[] bytes = Files.readAllBytes(file);
    String lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".yaml") || lower.endsWith(".yml")) {
      bytes = json(bytes, name);
    }
    return ClaimJson.parse(bytes, name, Supplement.class);
  }

  /** YAML as JSON, so that both are read by the same strict reader. */
  private static byte[] json(byte[] yaml, String name) throws ClaimFormatException, IOException {
    try {
      JsonNode tree =
          YAMLMapper.builder()
              .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
              .build()
              .readTree(yaml);
      return JsonMapper.builder().build().writeValueAsString(tree).getBytes(StandardCharsets.UTF_8);
    } catch (JsonProcessingException e) {
      throw new ClaimFormatException(
          "%s, line %d: not YAML."
              .formatted(name, e.getLocation() == null ? 0 : e.getLocation().getLineNr()));
    }
  }
}
