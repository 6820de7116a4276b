package org.breathline.exchange.structure;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.breathline.core.structure.DisplayColour;
import org.breathline.core.structure.Structure;
import org.breathline.core.structure.StructureType;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.io.DicomReader;

/**
 * Reads RT Structure Sets. Contours may come in any order; a wrong Modality, open contours, wrong
 * counts and contours of nobody are tolerated and said; the images that it was drawn on need not be
 * there.
 */
public final class StructureSetReader {

  private static final int MOST_COLOUR = 255;

  private final Dataset object;
  private final List<StructureFinding> findings = new ArrayList<>();
  private final Set<String> imagesOfContours = new LinkedHashSet<>();

  private StructureSetReader(Dataset object) {
    this.object = object;
  }

  /**
   * Reads a file.
   *
   * @throws DicomException if the file is damaged, or no RT Structure Set
   * @throws IOException if the file cannot be read
   */
  public static StructureSet read(Path file) throws IOException {
    return of(DicomReader.read(file).dataset());
  }

  /**
   * Reads a data set.
   *
   * @throws DicomException if it is no RT Structure Set, or an element of it makes no sense
   */
  public static StructureSet of(Dataset object) throws DicomException {
    return new StructureSetReader(object).read();
  }

  private StructureSet read() throws DicomException {
    String sopClass = object.string(Tag.SOP_CLASS_UID).orElse("");
    boolean structures = object.contains(Tag.STRUCTURE_SET_ROI_SEQUENCE);
    if (!sopClass.equals(SopClass.RT_STRUCTURE_SET) && !(sopClass.isEmpty() && structures)) {
      throw object.problem(Tag.SOP_CLASS_UID, "expected an RT Structure Set");
    }
    String modality = object.string(Tag.MODALITY).orElse("");
    if (!modality.equals("RTSTRUCT")) {
      say(
          StructureFinding.Kind.MODALITY,
          "Modality is %s and not RTSTRUCT; it is read as the RT Structure Set that it is"
              .formatted(plain(modality)));
    }
    Map<Integer, Dataset> rois = rois();
    Map<Integer, ContourItems> contours = contours(rois);
    List<Structure> read = structures(rois, contours);
    List<String> frames = frames(rois);
    return new StructureSet(
        object.string(Tag.STRUCTURE_SET_LABEL).orElse(""),
        object.string(Tag.SOP_INSTANCE_UID).orElse(""),
        object.string(Tag.PATIENT_ID),
        frames,
        images(),
        read,
        findings);
  }

  private void say(StructureFinding.Kind kind, String words) {
    findings.add(new StructureFinding(kind, words));
  }

  /** A code string is shown only where it is one: anything else might be a patient's name. */
  private static String plain(String code) {
    return code.matches("[A-Z0-9_]{1,16}") ? code : code.isEmpty() ? "empty" : "no code";
  }

  private Map<Integer, Dataset> rois() throws DicomException {
    Map<Integer, Dataset> rois = new LinkedHashMap<>();
    for (Dataset roi : object.items(Tag.STRUCTURE_SET_ROI_SEQUENCE)) {
      int number = roi.requireInteger(Tag.ROI_NUMBER);
      if (rois.putIfAbsent(number, roi) != null) {
        say(
            StructureFinding.Kind.REPEATED_NUMBER,
            "two structures have the number %d; the second is left out".formatted(number));
      }
    }
    return rois;
  }

  private Map<Integer, ContourItems> contours(Map<Integer, Dataset> rois) throws DicomException {
    Map<Integer, ContourItems> contours = new LinkedHashMap<>();
    for (Dataset item : object.items(Tag.ROI_CONTOUR_SEQUENCE)) {
      int number = item.requireInteger(Tag.REFERENCED_ROI_NUMBER);
      if (!rois.containsKey(number)) {
        say(
            StructureFinding.Kind.NOBODYS_CONTOURS,
            "contours belong to number %d, which no structure has; they are left out"
                .formatted(number));
        continue;
      }
      ContourItems items =
          contours.computeIfAbsent(number, n -> new ContourItems(n, findings, imagesOfContours));
      items.add(item);
    }
    return contours;
  }

  private List<Structure> structures(
      Map<Integer, Dataset> rois, Map<Integer, ContourItems> contours) throws DicomException {
    Map<Integer, Dataset> observations = new LinkedHashMap<>();
    for (Dataset observation : object.items(Tag.RT_ROI_OBSERVATIONS_SEQUENCE)) {
      observations.putIfAbsent(observation.requireInteger(Tag.REFERENCED_ROI_NUMBER), observation);
    }
    List<Structure> structures = new ArrayList<>();
    for (Map.Entry<Integer, Dataset> roi : rois.entrySet()) {
      int number = roi.getKey();
      if (number < 0) {
        throw roi.getValue().problem(Tag.ROI_NUMBER, "expected a number of at least 0");
      }
      String name = roi.getValue().string(Tag.ROI_NAME).orElse("");
      Dataset observation = observations.getOrDefault(number, new Dataset());
      StructureType type =
          InterpretedType.of(
              observation.string(Tag.RT_ROI_INTERPRETED_TYPE).orElse(""),
              observation.string(Tag.ROI_OBSERVATION_LABEL).orElse(""),
              name);
      ContourItems items =
          contours.getOrDefault(number, new ContourItems(number, findings, imagesOfContours));
      if (items.isEmpty()) {
        say(
            StructureFinding.Kind.EMPTY_STRUCTURE,
            "structure number %d has no contour and no point".formatted(number));
      }
      structures.add(
          new Structure(
              number,
              name,
              type,
              items.colour().orElseGet(() -> DisplayColour.of(type)),
              items.contours(),
              items.points()));
    }
    return structures;
  }

  /** The frames of the structures themselves, or else of the set. */
  private List<String> frames(Map<Integer, Dataset> rois) {
    Set<String> frames = new LinkedHashSet<>();
    for (Dataset roi : rois.values()) {
      roi.string(Tag.REFERENCED_FRAME_OF_REFERENCE_UID).ifPresent(frames::add);
    }
    if (frames.isEmpty()) {
      for (Dataset item : object.items(Tag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE)) {
        item.string(Tag.FRAME_OF_REFERENCE_UID).ifPresent(frames::add);
      }
    }
    if (frames.isEmpty()) {
      object.string(Tag.FRAME_OF_REFERENCE_UID).ifPresent(frames::add);
    }
    if (frames.size() != 1) {
      say(
          StructureFinding.Kind.FRAME_OF_REFERENCE,
          frames.isEmpty()
              ? "the structure set names no frame of reference"
              : "the structures are in %d frames of reference".formatted(frames.size()));
    }
    return List.copyOf(frames);
  }

  private List<ReferencedSeries> images() {
    List<ReferencedSeries> all = new ArrayList<>();
    for (Dataset frame : object.items(Tag.REFERENCED_FRAME_OF_REFERENCE_SEQUENCE)) {
      for (Dataset study : frame.items(Tag.RT_REFERENCED_STUDY_SEQUENCE)) {
        for (Dataset series : study.items(Tag.RT_REFERENCED_SERIES_SEQUENCE)) {
          Set<String> images = new LinkedHashSet<>();
          for (Dataset image : series.items(Tag.CONTOUR_IMAGE_SEQUENCE)) {
            image.string(Tag.REFERENCED_SOP_INSTANCE_UID).ifPresent(images::add);
          }
          String uid = series.string(Tag.SERIES_INSTANCE_UID).orElse("");
          all.add(new ReferencedSeries(uid, images));
        }
      }
    }
    Set<String> others = new LinkedHashSet<>(imagesOfContours);
    all.forEach(series -> others.removeAll(series.imageUids()));
    if (!others.isEmpty()) {
      all.add(new ReferencedSeries("", others));
    }
    return all;
  }

  /** Whether a colour's components are in range; files have others. */
  static boolean isColour(int[] components) {
    boolean right = components.length == 3;
    for (int component : components) {
      right &= component >= 0 && component <= MOST_COLOUR;
    }
    return right;
  }
}
