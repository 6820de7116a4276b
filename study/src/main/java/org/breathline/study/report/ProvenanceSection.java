package org.breathline.study.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.breathline.study.output.Provenance;
import org.breathline.study.report.Block.Column;
import org.breathline.study.report.Block.Heading;
import org.breathline.study.report.Block.Paragraph;
import org.breathline.study.report.Block.SignOff;
import org.breathline.study.report.Block.Table;

/** The pages on how a result came to be, and who answers for it. */
public final class ProvenanceSection {

  private ProvenanceSection() {}

  /** Version, parameters and inputs. */
  public static List<Block> blocks(Provenance provenance) {
    List<List<String>> parameters = new ArrayList<>();
    for (Map.Entry<String, Object> entry : provenance.parameters().entrySet()) {
      parameters.add(List.of(entry.getKey(), String.valueOf(entry.getValue())));
    }
    List<List<String>> inputs = new ArrayList<>();
    for (Provenance.Input input : provenance.inputs()) {
      inputs.add(List.of(input.role(), String.valueOf(input.files()), input.sha256()));
    }
    return List.of(
        new Heading(1, "How this came to be"),
        new Paragraph(
            "%s: %s. The same inputs and parameters give the same result."
                .formatted(product(provenance), provenance.verb()),
            false),
        new Table(
            "Parameters, defaults included.",
            List.of(Column.words("Parameter"), Column.words("Value")),
            parameters),
        new Table(
            "Inputs. For a folder, the digest is of its files' CRC-32C and lengths in increasing order.",
            List.of(Column.words("Role"), Column.numbers("Files"), Column.words("SHA-256")),
            inputs));
  }

  /** The lines to sign. */
  public static List<Block> approval() {
    return List.of(
        new Heading(1, "Approval"),
        new SignOff(
            "I have looked at the trace, the images, the sorting and every warning above.",
            List.of("Medical physicist", "Radiation oncologist")));
  }

  /** The program and its version. */
  public static String product(Provenance provenance) {
    return "Breathline " + provenance.version();
  }
}
