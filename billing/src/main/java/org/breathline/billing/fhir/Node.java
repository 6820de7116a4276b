package org.breathline.billing.fhir;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Pieces of resources as maps, in the order in which they are put; what is absent is left out. */
final class Node {

  private Node() {}

  /** An object of names and values in turn; a value that is null or an empty list is left out. */
  static Map<String, Object> of(@Nullable Object... namesAndValues) {
    Map<String, Object> node = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      Object value = namesAndValues[i + 1];
      if (value != null && !(value instanceof List<?> list && list.isEmpty())) {
        node.put(String.valueOf(namesAndValues[i]), value);
      }
    }
    return node;
  }

  /** A concept of one coding. */
  static Map<String, Object> concept(String system, String code) {
    return of("coding", List.of(of("system", system, "code", code)));
  }

  /** A concept in words. */
  static Map<String, Object> words(String text) {
    return of("text", text);
  }

  static Map<String, Object> reference(String url) {
    return of("reference", url);
  }

  /** US dollars. */
  static Map<String, Object> money(Object amount) {
    return of("value", amount, "currency", "USD");
  }

  /** A URL for a resource, the same for the same claim and part. */
  static String url(String of, String part) {
    byte[] name = (of + "/" + part).getBytes(StandardCharsets.UTF_8);
    return "urn:uuid:" + UUID.nameUUIDFromBytes(name);
  }

  /** A bundle; every resource goes in under its URL. */
  static Map<String, Object> bundle(String type, String timestamp, Map<String, Object> resources) {
    List<Object> entries = new ArrayList<>();
    resources.forEach((url, resource) -> entries.add(of("fullUrl", url, "resource", resource)));
    return of("resourceType", "Bundle", "type", type, "timestamp", timestamp, "entry", entries);
  }
}
