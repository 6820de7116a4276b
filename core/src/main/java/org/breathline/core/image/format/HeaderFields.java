package org.breathline.core.image.format;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The keys of a header. */
final class HeaderFields {

  private final String file;
  private final Map<String, HeaderField> fields = new LinkedHashMap<>();

  HeaderFields(String file) {
    this.file = file;
  }

  /** The file's name, for messages. */
  String file() {
    return file;
  }

  /**
   * Adds a field.
   *
   * @throws VolumeFileException if the key was there already: which of the two counts?
   */
  void put(String key, String value) throws VolumeFileException {
    HeaderField field = new HeaderField(file, key, value);
    if (fields.put(key, field) != null) {
      throw field.expected("expected once, found again");
    }
  }

  /** The field of the first of these keys that is there. */
  Optional<HeaderField> find(String... keys) {
    for (String key : keys) {
      HeaderField field = fields.get(key);
      if (field != null) {
        return Optional.of(field);
      }
    }
    return Optional.empty();
  }

  /** The field of the first of these keys that is there; the first names it if none is. */
  HeaderField require(String... keys) throws VolumeFileException {
    Optional<HeaderField> found = find(keys);
    if (found.isEmpty()) {
      throw new VolumeFileException(file, keys[0], "the header lacks it");
    }
    return found.get();
  }
}
