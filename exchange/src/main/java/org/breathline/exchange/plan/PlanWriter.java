package org.breathline.exchange.plan;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.breathline.core.treatment.Beam;
import org.breathline.core.treatment.DoseReference;
import org.breathline.core.treatment.FractionGroup;
import org.breathline.core.treatment.TreatmentPlan;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.DicomDate;
import org.breathline.dicom.data.DicomTime;
import org.breathline.dicom.data.RadiotherapyTag;
import org.breathline.dicom.data.SopClass;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.TransferSyntax;
import org.breathline.dicom.data.Uid;
import org.breathline.dicom.io.DicomWriter;
import org.breathline.exchange.ct.StudyHeader;

/**
 * Writes RT Plans (PS3.3, A.20) with prescription, tolerance table, patient set-up, fraction scheme
 * and beams. A plan written is not approved.
 */
public final class PlanWriter {

  /** RT Plan Label is a short string. */
  private static final int SHORT_STRING = 16;

  private final PlanContext context;
  private final TreatmentPlan plan;

  private PlanWriter(PlanContext context, TreatmentPlan plan) {
    this.context = context;
    this.plan = plan;
  }

  /**
   * Writes a file.
   *
   * @return the SOP Instance UID of the plan, for doses to refer to
   * @throws IllegalArgumentException if a beam has an accessory, which is not modelled
   */
  public static String write(Path file, PlanContext context, TreatmentPlan plan)
      throws IOException {
    Dataset object = compose(context, plan);
    DicomWriter.write(file, object);
    return object.requireString(Tag.SOP_INSTANCE_UID);
  }

  /**
   * Composes the data set. The same plan in the same context has the same UIDs.
   *
   * @throws IllegalArgumentException if a beam has an accessory, which is not modelled
   */
  public static Dataset compose(PlanContext context, TreatmentPlan plan) throws IOException {
    for (Beam beam : plan.beams()) {
      if (!beam.accessories().isEmpty()) {
        throw new IllegalArgumentException(
            "beam %d has %s in it, which is read and not written"
                .formatted(beam.number(), beam.accessories().iterator().next().words()));
      }
    }
    return new PlanWriter(context, plan).object();
  }

  private Dataset object() throws IOException {
    Dataset object = StudyHeader.of(context.header());
    if (!object.contains(Tag.FRAME_OF_REFERENCE_UID)) {
      String study = context.header().string(Tag.STUDY_INSTANCE_UID).orElse("");
      object.setString(Tag.FRAME_OF_REFERENCE_UID, Uid.fromName(study + "|frame"));
    }
    String date = DicomDate.format(context.created().toLocalDate());
    String time = DicomTime.format(context.created().toLocalTime().toNanoOfDay() / 1e9);
    object.setString(Tag.MODALITY, "RTPLAN");
    object.setInteger(Tag.SERIES_NUMBER, 1);
    object.setString(Tag.SERIES_DESCRIPTION, context.description());
    object.setString(Tag.OPERATORS_NAME);
    object.setString(Tag.INSTANCE_CREATION_DATE, date);
    object.setString(Tag.INSTANCE_CREATION_TIME, time);
    object.setString(Tag.RT_PLAN_LABEL, shortened(plan.label().isBlank() ? "plan" : plan.label()));
    object.setString(Tag.RT_PLAN_DATE, date);
    object.setString(Tag.RT_PLAN_TIME, time);
    boolean structures = context.structureSetUid().isPresent();
    object.setString(Tag.RT_PLAN_GEOMETRY, structures ? "PATIENT" : "TREATMENT_DEVICE");
    context
        .structureSetUid()
        .ifPresent(uid ->
            object.setItems(
                Tag.REFERENCED_STRUCTURE_SET_SEQUENCE,
                List.of(
                    new Dataset()
                        .setString(Tag.REFERENCED_SOP_CLASS_UID, SopClass.RT_STRUCTURE_SET)
                        .setString(Tag.REFERENCED_SOP_INSTANCE_UID, uid))));
    if (!plan.doseReferences().isEmpty()) {
      object.setItems(
          RadiotherapyTag.DOSE_REFERENCE_SEQUENCE,
          plan.doseReferences().stream().map(PlanWriter::reference).toList());
    }
    object.setItems(RadiotherapyTag.TOLERANCE_TABLE_SEQUENCE, List.of(ToleranceTable.item()));
    object.setItems(
        Tag.FRACTION_GROUP_SEQUENCE,
        plan.fractionGroups().stream().map(this::fractionGroup).toList());
    object.setItems(RadiotherapyTag.PATIENT_SETUP_SEQUENCE, List.of(setup()));
    List<Dataset> beams = new ArrayList<>();
    plan.beams().forEach(beam -> beams.add(BeamComposer.item(beam)));
    object.setItems(Tag.BEAM_SEQUENCE, beams);
    object.setString(Tag.APPROVAL_STATUS, "UNAPPROVED");
    object.setString(Tag.SOP_CLASS_UID, SopClass.RT_PLAN);
    setUids(object);
    return object;
  }

  /** UIDs from all that the plan says. */
  private static void setUids(Dataset object) throws IOException {
    object.setString(Tag.SOP_INSTANCE_UID, Uid.fromName("plan"));
    object.setString(Tag.SERIES_INSTANCE_UID, Uid.fromName("plan|series"));
    byte[] content = DicomWriter.toBytes(object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN);
    String made = "plan|" + UUID.nameUUIDFromBytes(content);
    object.setString(Tag.SOP_INSTANCE_UID, Uid.fromName(made + "|instance"));
    object.setString(Tag.SERIES_INSTANCE_UID, Uid.fromName(made + "|series"));
  }

  private static Dataset reference(DoseReference reference) {
    Dataset item =
        new Dataset()
            .setInteger(RadiotherapyTag.DOSE_REFERENCE_NUMBER, reference.number())
            .setString(
                RadiotherapyTag.DOSE_REFERENCE_STRUCTURE_TYPE,
                reference.point().isPresent()
                    ? "COORDINATES"
                    : reference.structureNumber().isPresent() ? "VOLUME" : "SITE")
            .setString(
                RadiotherapyTag.DOSE_REFERENCE_TYPE,
                reference.target() ? "TARGET" : "ORGAN_AT_RISK");
    if (!reference.description().isEmpty()) {
      String plain = reference.description().replace('\\', '/');
      byte[] bytes = plain.getBytes(StandardCharsets.UTF_8);
      item.setString(
          RadiotherapyTag.DOSE_REFERENCE_DESCRIPTION,
          bytes.length <= 64 ? plain : plain.substring(0, Math.min(plain.length(), 32)));
    }
    reference
        .point()
        .ifPresent(at ->
            item.setDecimal(
                RadiotherapyTag.DOSE_REFERENCE_POINT_COORDINATES, at.x(), at.y(), at.z()));
    reference
        .structureNumber()
        .ifPresent(number -> item.setInteger(Tag.REFERENCED_ROI_NUMBER, number));
    reference
        .doseGy()
        .ifPresent(dose ->
            item.setDecimal(
                reference.target()
                    ? RadiotherapyTag.TARGET_PRESCRIPTION_DOSE
                    : RadiotherapyTag.ORGAN_AT_RISK_MAXIMUM_DOSE,
                dose));
    return item;
  }

  private Dataset fractionGroup(FractionGroup group) {
    List<Dataset> beams = new ArrayList<>();
    for (int number : group.beamNumbers()) {
      beams.add(
          new Dataset()
              .setDecimal(RadiotherapyTag.BEAM_METERSET, plan.beam(number).monitorUnits())
              .setInteger(RadiotherapyTag.REFERENCED_BEAM_NUMBER, number));
    }
    return new Dataset()
        .setInteger(RadiotherapyTag.FRACTION_GROUP_NUMBER, group.number())
        .setInteger(RadiotherapyTag.NUMBER_OF_FRACTIONS_PLANNED, group.fractions())
        .setInteger(RadiotherapyTag.NUMBER_OF_BEAMS, beams.size())
        .setInteger(RadiotherapyTag.NUMBER_OF_BRACHY_APPLICATION_SETUPS, 0)
        .setItems(RadiotherapyTag.REFERENCED_BEAM_SEQUENCE, beams);
  }

  private Dataset setup() {
    return new Dataset()
        .setString(Tag.PATIENT_POSITION, plan.position().name())
        .setInteger(RadiotherapyTag.PATIENT_SETUP_NUMBER, BeamComposer.SETUP)
        .setString(RadiotherapyTag.SETUP_TECHNIQUE, "ISOCENTRIC");
  }

  private static String shortened(String words) {
    String plain = words.replace('\\', '/');
    return plain.length() <= SHORT_STRING ? plain : plain.substring(0, SHORT_STRING);
  }
}
