package org.breathline.exchange.plan;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import org.breathline.core.geometry.Vector3;
import org.breathline.core.treatment.Beam;
import org.breathline.core.treatment.DoseReference;
import org.breathline.core.treatment.FractionGroup;
import org.breathline.core.treatment.PatientPosition;
import org.breathline.core.treatment.TreatmentPlan;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.RadiotherapyTag;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.io.DicomReader;

/**
 * Reads RT Plans of external photon beams: static, step-and-shoot, sliding window and arcs. What a
 * dose could be wrong for (electrons, a moving isocentre, a tilted table) is refused in words.
 */
public final class PlanReader {

  private final Dataset object;
  private final List<PlanFinding> findings = new ArrayList<>();

  /** Monitor units of a fraction by beam number. */
  private final Map<Integer, Double> monitorUnits = new LinkedHashMap<>();

  private PlanReader(Dataset object) {
    this.object = object;
  }

  /**
   * Reads a file.
   *
   * @throws DicomException if the file is damaged, no RT Plan, or one of something else than photon
   *     beams
   * @throws IOException if the file cannot be read
   */
  public static RtPlan read(Path file) throws IOException {
    return of(DicomReader.read(file).dataset());
  }

  /**
   * Reads a data set.
   *
   * @throws DicomException as {@link #read} does
   */
  public static RtPlan of(Dataset object) throws DicomException {
    return new PlanReader(object).read();
  }

  private RtPlan read() throws DicomException {
    String sopClass = object.string(Tag.SOP_CLASS_UID).orElse("");
    boolean beams = object.contains(Tag.BEAM_SEQUENCE);
    if (!sopClass.equals(SopClass.RT_PLAN) && !(sopClass.isEmpty() && beams)) {
      throw object.problem(Tag.SOP_CLASS_UID, "expected an RT Plan");
    }
    if (object.items(Tag.BEAM_SEQUENCE).isEmpty()) {
      throw object.problem(Tag.BEAM_SEQUENCE, "a plan without external beams");
    }
    List<FractionGroup> groups = fractionGroups();
    List<Beam> read = beams();
    List<FractionGroup> kept = new ArrayList<>();
    for (FractionGroup group : groups) {
      List<Integer> numbers =
          group.beamNumbers().stream()
              .filter(number -> read.stream().anyMatch(beam -> beam.number() == number))
              .toList();
      kept.add(new FractionGroup(group.number(), group.fractions(), numbers));
    }
    TreatmentPlan plan;
    try {
      plan =
          new TreatmentPlan(
              object.string(Tag.RT_PLAN_LABEL).orElse(""), doseReferences(), kept, read);
    } catch (IllegalArgumentException e) {
      throw object.problem(Tag.BEAM_SEQUENCE, String.valueOf(e.getMessage()));
    }
    return new RtPlan(
        plan,
        object.requireString(Tag.SOP_INSTANCE_UID),
        object.requireString(Tag.STUDY_INSTANCE_UID),
        object.string(Tag.PATIENT_ID),
        object.string(Tag.FRAME_OF_REFERENCE_UID),
        object.items(Tag.REFERENCED_STRUCTURE_SET_SEQUENCE).stream()
            .findFirst()
            .flatMap(item -> item.string(Tag.REFERENCED_SOP_INSTANCE_UID)),
        findings);
  }

  private List<FractionGroup> fractionGroups() throws DicomException {
    List<FractionGroup> groups = new ArrayList<>();
    for (Dataset item : object.items(Tag.FRACTION_GROUP_SEQUENCE)) {
      List<Integer> numbers = new ArrayList<>();
      for (Dataset beam : item.items(RadiotherapyTag.REFERENCED_BEAM_SEQUENCE)) {
        int number = beam.requireInteger(RadiotherapyTag.REFERENCED_BEAM_NUMBER);
        OptionalDouble units = beam.decimal(RadiotherapyTag.BEAM_METERSET);
        if (units.isPresent()) {
          addUnits(beam, number, units.getAsDouble());
          numbers.add(number);
        }
      }
      int fractions = item.integer(RadiotherapyTag.NUMBER_OF_FRACTIONS_PLANNED).orElse(0);
      if (fractions < 1 || numbers.isEmpty()) {
        say(
            PlanFinding.Kind.FRACTIONS,
            "a fraction group of %d fractions and %d beams with monitor units is left out"
                .formatted(fractions, numbers.size()));
      } else {
        groups.add(
            new FractionGroup(
                item.requireInteger(RadiotherapyTag.FRACTION_GROUP_NUMBER), fractions, numbers));
      }
    }
    if (groups.isEmpty()) {
      throw object.problem(
          Tag.FRACTION_GROUP_SEQUENCE,
          "expected a number of fractions and the monitor units of beams");
    }
    return groups;
  }

  private void addUnits(Dataset item, int number, double units) throws DicomException {
    Double before = monitorUnits.putIfAbsent(number, units);
    if (before != null && before != units) {
      throw item.problem(
          RadiotherapyTag.BEAM_METERSET,
          "beam %d has other monitor units in another fraction group".formatted(number));
    }
  }

  private List<Beam> beams() throws DicomException {
    Map<Integer, PatientPosition> positions = positions();
    List<Beam> read = new ArrayList<>();
    for (Dataset item : object.items(Tag.BEAM_SEQUENCE)) {
      int number = item.requireInteger(RadiotherapyTag.BEAM_NUMBER);
      String delivery = item.string(RadiotherapyTag.TREATMENT_DELIVERY_TYPE).orElse("TREATMENT");
      Double units = monitorUnits.get(number);
      if (!delivery.equals("TREATMENT") && !delivery.equals("CONTINUATION")) {
        say(PlanFinding.Kind.SETUP_BEAM, "beam %d treats nothing".formatted(number));
      } else if (units == null) {
        say(
            PlanFinding.Kind.UNUSED_BEAM,
            "beam %d has no monitor units in any fraction group".formatted(number));
      } else {
        read.add(new BeamItem(item, number, findings).read(units, position(item, positions)));
      }
    }
    if (read.isEmpty()) {
      throw object.problem(Tag.BEAM_SEQUENCE, "no beam that treats has monitor units");
    }
    return read;
  }

  private PatientPosition position(Dataset beam, Map<Integer, PatientPosition> positions)
      throws DicomException {
    int setup = beam.integer(RadiotherapyTag.REFERENCED_PATIENT_SETUP_NUMBER).orElse(-1);
    PatientPosition found = positions.get(setup);
    if (found == null && positions.size() == 1) {
      found = positions.values().iterator().next();
    }
    if (found == null) {
      throw beam.problem(
          RadiotherapyTag.REFERENCED_PATIENT_SETUP_NUMBER,
          "expected a patient set-up with the patient's position");
    }
    return found;
  }

  private Map<Integer, PatientPosition> positions() throws DicomException {
    Map<Integer, PatientPosition> positions = new LinkedHashMap<>();
    for (Dataset setup : object.items(RadiotherapyTag.PATIENT_SETUP_SEQUENCE)) {
      Optional<String> position = setup.string(Tag.PATIENT_POSITION);
      if (position.isPresent()) {
        try {
          positions.put(
              setup.requireInteger(RadiotherapyTag.PATIENT_SETUP_NUMBER),
              PatientPosition.valueOf(position.get()));
        } catch (IllegalArgumentException e) {
          throw setup.problem(
              Tag.PATIENT_POSITION, "expected HFS, HFP, FFS or FFP: others are not supported");
        }
      }
    }
    return positions;
  }

  private List<DoseReference> doseReferences() throws DicomException {
    List<DoseReference> references = new ArrayList<>();
    for (Dataset item : object.items(RadiotherapyTag.DOSE_REFERENCE_SEQUENCE)) {
      boolean target = item.string(RadiotherapyTag.DOSE_REFERENCE_TYPE).orElse("").equals("TARGET");
      double[] point = item.decimals(RadiotherapyTag.DOSE_REFERENCE_POINT_COORDINATES);
      references.add(
          new DoseReference(
              item.requireInteger(RadiotherapyTag.DOSE_REFERENCE_NUMBER),
              item.string(RadiotherapyTag.DOSE_REFERENCE_DESCRIPTION).orElse(""),
              target,
              item.decimal(
                  target
                      ? RadiotherapyTag.TARGET_PRESCRIPTION_DOSE
                      : RadiotherapyTag.ORGAN_AT_RISK_MAXIMUM_DOSE),
              item.integer(Tag.REFERENCED_ROI_NUMBER),
              point.length == 3
                  ? Optional.of(new Vector3(point[0], point[1], point[2]))
                  : Optional.empty()));
    }
    return references;
  }

  private void say(PlanFinding.Kind kind, String words) {
    findings.add(new PlanFinding(kind, words));
  }
}
