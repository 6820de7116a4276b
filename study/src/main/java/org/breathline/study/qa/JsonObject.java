package org.breathline.study.qa;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;
import org.breathline.core.geometry.Vector3;
import org.breathline.study.InputException;

/**
 * An object of a JSON file that a person has written: what is wrong with it is said by its place.
 */
final class JsonObject {

  private final JsonNode node;
  private final String file;
  private final String place;

  /**
   * An object.
   *
   * @param place in the file, such as {@code motion}; empty for the whole
   * @throws InputException if it is none
   */
  JsonObject(JsonNode node, String file, String place) throws InputException {
    this.node = node;
    this.file = file;
    this.place = place;
    if (!node.isObject()) {
      throw new InputException(
          "%s: %s is not a JSON object.".formatted(file, place.isEmpty() ? "the file" : place));
    }
  }

  /** Refuses names that nothing would read: a mistyped one must not be passed over. */
  void allow(String... names) throws InputException {
    Set<String> others = new TreeSet<>();
    node.fieldNames().forEachRemaining(others::add);
    others.removeAll(Set.of(names));
    if (!others.isEmpty()) {
      throw new InputException(
          "%s: %s is not known; known are %s."
              .formatted(file, at(others.iterator().next()), String.join(", ", names)));
    }
  }

  JsonObject object(String name) throws InputException {
    return new JsonObject(require(name, "an object"), file, at(name));
  }

  List<JsonObject> objects(String name) throws InputException {
    JsonNode array = require(name, "an array of objects");
    if (!array.isArray() || array.isEmpty()) {
      throw problem(name, "an array of at least one object");
    }
    List<JsonObject> objects = new ArrayList<>();
    for (int i = 0; i < array.size(); i++) {
      objects.add(new JsonObject(array.get(i), file, "%s[%d]".formatted(at(name), i)));
    }
    return objects;
  }

  String text(String name) throws InputException {
    JsonNode value = require(name, "a text");
    if (!value.isTextual() || value.asText().isBlank()) {
      throw problem(name, "a text");
    }
    return value.asText();
  }

  double number(String name) throws InputException {
    JsonNode value = require(name, "a number");
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      throw problem(name, "a number");
    }
    return value.asDouble();
  }

  double positive(String name) throws InputException {
    double value = number(name);
    if (!(value > 0)) {
      throw problem(name, "a number above 0");
    }
    return value;
  }

  OptionalDouble optionalPositive(String name) throws InputException {
    return node.has(name) ? OptionalDouble.of(positive(name)) : OptionalDouble.empty();
  }

  Optional<Vector3> optionalVector(String name) throws InputException {
    return node.has(name) ? Optional.of(vector(name)) : Optional.empty();
  }

  /** A direction of length 1: a side of the patient, or three numbers. */
  Vector3 direction(String name) throws InputException {
    JsonNode value = require(name, DIRECTION);
    if (value.isTextual()) {
      return switch (value.asText()) {
        case "left" -> new Vector3(1, 0, 0);
        case "right" -> new Vector3(-1, 0, 0);
        case "posterior" -> new Vector3(0, 1, 0);
        case "anterior" -> new Vector3(0, -1, 0);
        case "superior" -> new Vector3(0, 0, 1);
        case "inferior" -> new Vector3(0, 0, -1);
        default -> throw problem(name, DIRECTION);
      };
    }
    Vector3 vector = vector(name);
    if (!(vector.length() > 0)) {
      throw problem(name, DIRECTION);
    }
    return vector.times(1 / vector.length());
  }

  private static final String DIRECTION =
      "left, right, anterior, posterior, superior, inferior, or three numbers in LPS";

  boolean has(String name) {
    return node.has(name);
  }

  /** What is wrong, in words of another's. */
  InputException wrong(String what) {
    return new InputException(
        "%s: %s%s.".formatted(file, place.isEmpty() ? "" : place + ": ", what));
  }

  InputException problem(String name, String expected) {
    return new InputException(
        "%s: %s is %s; expected %s.".formatted(file, at(name), node.get(name), expected));
  }

  private Vector3 vector(String name) throws InputException {
    JsonNode array = require(name, "three numbers");
    if (!array.isArray() || array.size() != 3) {
      throw problem(name, "three numbers");
    }
    for (JsonNode value : array) {
      if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
        throw problem(name, "three numbers");
      }
    }
    return new Vector3(array.get(0).asDouble(), array.get(1).asDouble(), array.get(2).asDouble());
  }

  private JsonNode require(String name, String expected) throws InputException {
    JsonNode value = node.get(name);
    if (value == null || value.isNull()) {
      throw new InputException(
          "%s: %s is missing; expected %s.".formatted(file, at(name), expected));
    }
    return value;
  }

  private String at(String name) {
    return place.isEmpty() ? name : place + "." + name;
  }
}
