package org.breathline.billing.claim;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.breathline.billing.resource.DateModule;

/**
 * A claim as JSON, by the schema {@code docs/schemas/claim.schema.json}: names as in the records,
 * dates as {@code 2026-03-14}, amounts as exact decimals, absent values left out.
 */
public final class ClaimJson {

  /** Larger than any claim of 999 lines; a larger file is refused unread. */
  private static final long LARGEST_FILE = 8L << 20;

  private static final JsonMapper MAPPER =
      JsonMapper.builder()
          .addModule(new DateModule())
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN)
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NUMBERS_FOR_ENUMS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
          // A record is its components; what it can say besides is no part of it.
          .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
          .defaultPropertyInclusion(
              JsonInclude.Value.construct(
                  JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_NULL))
          .build();

  private ClaimJson() {}

  /**
   * Reads a claim.
   *
   * @throws ClaimFormatException if the file is no claim; it says where and why
   * @throws IOException if the file cannot be read
   */
  public static Claim read(Path file) throws ClaimFormatException, IOException {
    String name = String.valueOf(file.getFileName());
    if (Files.size(file) > LARGEST_FILE) {
      throw new ClaimFormatException(name + " is larger than any claim (8 MiB).");
    }
    return parse(Files.readAllBytes(file), name, Claim.class);
  }

  /**
   * Reads a claim from bytes.
   *
   * @param name what messages call it
   * @throws ClaimFormatException if they are no claim
   */
  public static Claim parse(byte[] json, String name) throws ClaimFormatException {
    return parse(json, name, Claim.class);
  }

  /**
   * Reads a record that holds a claim or parts of one, as strictly as a claim.
   *
   * @param name what messages call it
   * @throws ClaimFormatException if they are no such thing
   */
  public static <T> T parse(byte[] json, String name, Class<T> type) throws ClaimFormatException {
    try {
      T value = MAPPER.readValue(json, type);
      if (value == null) {
        throw new ClaimFormatException(name + " holds nothing.");
      }
      return value;
    } catch (JsonProcessingException e) {
      throw new ClaimFormatException(name + where(e) + ": " + why(e) + ".");
    } catch (IOException e) {
      throw new UncheckedIOException("memory has no such fault", e);
    }
  }

  /** A claim, or a record that holds one, as text. */
  public static String text(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String where(JsonProcessingException e) {
    JsonLocation location = e.getLocation();
    String place = "";
    if (location != null && location.getLineNr() > 0) {
      place = ", line %d, column %d".formatted(location.getLineNr(), location.getColumnNr());
    }
    if (e instanceof JsonMappingException mapping && !mapping.getPath().isEmpty()) {
      place += ", at " + path(mapping);
    }
    return place;
  }

  /** Names of our own records and indices alone: a name that only the file has may be anything. */
  private static String path(JsonMappingException e) {
    String path =
        e.getPath().stream()
            .map(r -> r.getFieldName() == null ? "[" + r.getIndex() + "]" : "." + r.getFieldName())
            .collect(Collectors.joining())
            .replaceFirst("^\\.", "");
    if (e instanceof UnrecognizedPropertyException unknown) {
      int last = path.length() - unknown.getPropertyName().length() - 1;
      return last > 0 ? path.substring(0, last) : "the top";
    }
    return path;
  }

  private static String why(JsonProcessingException e) {
    return switch (e) {
      case UnrecognizedPropertyException unknown ->
          "a name that is not one of "
              + (unknown.getKnownPropertyIds() == null
                  ? "those of the schema"
                  : unknown.getKnownPropertyIds().stream()
                      .map(Object::toString)
                      .sorted()
                      .collect(Collectors.joining(", ")));
      case ValueInstantiationException invalid
          when invalid.getCause() instanceof IllegalArgumentException cause ->
          String.valueOf(cause.getMessage());
      case JsonMappingException _ -> "not what docs/schemas says stands there";
      default -> "not JSON";
    };
  }
}
