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
import java.util.Map;
import java.util.Set;
import org.breathline.testkit.TestData;

/** Checks JSON against the published schemas. */
final class Schemas {

  private static final String SIMULATION = "urn:breathline:schema:simulation:1";
  private static final String TRACE = "urn:breathline:schema:trace:1";

  private Schemas() {}

  static Set<ValidationMessage> simulation(String json) throws IOException {
    return check(SIMULATION, json);
  }

  static Set<ValidationMessage> trace(String json) throws IOException {
    return check(TRACE, json);
  }

  static ObjectNode tree(String json) throws IOException {
    return (ObjectNode) JsonMapper.builder().build().readTree(json);
  }

  private static Set<ValidationMessage> check(String schema, String json) throws IOException {
    Path folder = TestData.projectRoot().resolve("docs/schemas");
    Map<String, String> texts =
        Map.of(
            SIMULATION, Files.readString(folder.resolve("simulation.schema.json")),
            TRACE, Files.readString(folder.resolve("trace.schema.json")));
    return JsonSchemaFactory.getInstance(
            VersionFlag.V202012, builder -> builder.schemaLoaders(l -> l.schemas(texts)))
        .getSchema(SchemaLocation.of(schema))
        .validate(json, InputFormat.JSON);
  }
}
