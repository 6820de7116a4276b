package org.breathline.study.report;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.breathline.testkit.TestData;

/** Checks JSON against the published schemas. */
public final class Schemas {

  private static final String SUFFIX = ".schema.json";

  private Schemas() {}

  /** A JSON text as a tree. */
  public static ObjectNode tree(String json) throws IOException {
    return (ObjectNode) JsonMapper.builder().build().readTree(json);
  }

  /** What a JSON text violates of the schema {@code docs/schemas/NAME.schema.json}. */
  public static Set<ValidationMessage> check(String name, String json) throws IOException {
    Map<String, String> texts = new HashMap<>(); // they refer to each other by these names
    for (Path file : files()) {
      String of = String.valueOf(file.getFileName()).replace(SUFFIX, "");
      texts.put(urn(of), Files.readString(file));
    }
    return JsonSchemaFactory.getInstance(
            VersionFlag.V202012, builder -> builder.schemaLoaders(l -> l.schemas(texts)))
        .getSchema(SchemaLocation.of(urn(name)))
        .validate(json, InputFormat.JSON);
  }

  /** All published schemas. */
  public static List<Path> files() throws IOException {
    Path folder = TestData.projectRoot().resolve("docs").resolve("schemas");
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(f -> f.toString().endsWith(SUFFIX)).sorted().toList();
    }
  }

  private static String urn(String name) {
    return "urn:breathline:schema:" + name + ":1";
  }
}
