package org.breathline.billing.resource;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Reads YAML into records; a name that the record does not have is refused. */
public final class YamlFile {

  private static final long LARGEST = 1L << 20;

  private static final YAMLMapper MAPPER =
      YAMLMapper.builder()
          .addModule(new DateModule())
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .build();

  private YamlFile() {}

  /**
   * Reads a user's file.
   *
   * @throws YamlException if it is not of that kind
   */
  public static <T> T read(Path file, Class<T> type) throws IOException, YamlException {
    String name = String.valueOf(file.getFileName());
    if (Files.size(file) > LARGEST) {
      throw new YamlException(name + " is larger than 1 MiB.");
    }
    try {
      T value = MAPPER.readValue(Files.readAllBytes(file), type);
      if (value == null) {
        throw new YamlException(name + " holds nothing.");
      }
      return value;
    } catch (JsonProcessingException e) {
      String where = e.getLocation() == null ? "" : ", line " + e.getLocation().getLineNr();
      throw new YamlException(name + where + ": " + e.getOriginalMessage());
    }
  }

  /** Reads a file of the build. */
  public static <T> T resource(Class<?> owner, String name, Class<T> type) {
    try (InputStream in = owner.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException(name + " is missing from the build");
      }
      return MAPPER.readValue(in, type);
    } catch (IOException e) {
      throw new UncheckedIOException(name, e);
    }
  }
}
