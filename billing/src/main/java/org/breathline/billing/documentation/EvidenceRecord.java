package org.breathline.billing.documentation;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a simulation left behind.
 *
 * @param studyUid the DICOM Study Instance UID, or absent where there is none
 * @param modality of the images as DICOM has it, such as CT or MR, or absent without images
 * @param scanDate when the images were taken, or absent if they do not say
 * @param program what measured, with its version
 * @param objects what figures come from
 * @param figures each of one of the objects
 * @param warnings what the program said has to be known before relying on the figures
 */
public record EvidenceRecord(
    @Nullable String studyUid,
    @Nullable String modality,
    @Nullable LocalDate scanDate,
    String program,
    List<SourceObject> objects,
    List<Figure> figures,
    List<String> warnings) {

  /** Copies; throws {@link IllegalArgumentException} if a figure comes from nowhere. */
  public EvidenceRecord {
    objects = List.copyOf(objects);
    figures = List.copyOf(figures);
    warnings = List.copyOf(warnings);
    for (Figure figure : figures) {
      if (objects.stream().noneMatch(o -> o.id().equals(figure.object()))) {
        throw new IllegalArgumentException("no object for the figure: " + figure.name());
      }
    }
  }

  /** The figures about something, in their order. */
  public List<Figure> about(Figure.Topic topic) {
    return figures.stream().filter(f -> f.topic() == topic).toList();
  }

  /** The object with an id. */
  public Optional<SourceObject> object(String id) {
    return objects.stream().filter(o -> o.id().equals(id)).findFirst();
  }

  /** Whether there is an object of a role. */
  public boolean has(SourceObject.Role role) {
    return objects.stream().anyMatch(o -> o.role() == role);
  }
}
