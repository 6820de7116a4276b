package org.breathline.exchange.plan;

import java.util.List;
import java.util.Optional;
import org.breathline.core.treatment.TreatmentPlan;

/**
 * An RT Plan as read.
 *
 * @param plan the plan
 * @param sopInstanceUid its own UID
 * @param studyUid the study it is in
 * @param patientId whose it is: to be compared, never shown
 * @param frameOfReferenceUid the coordinate system of isocentres and points, if it says one
 * @param structureSetUid the structure set it was made for, if it says one
 * @param findings what was left out or read in one of several ways
 */
public record RtPlan(
    TreatmentPlan plan,
    String sopInstanceUid,
    String studyUid,
    Optional<String> patientId,
    Optional<String> frameOfReferenceUid,
    Optional<String> structureSetUid,
    List<PlanFinding> findings) {

  /** Keeps a copy of the list. */
  public RtPlan {
    findings = List.copyOf(findings);
  }

  /**
   * Checks that the plan is for the patient of an image or a structure set, and in its coordinate
   * system.
   *
   * @param otherPatientId of the image or structure set
   * @param otherFrameUid its frame of reference; empty where it says none
   * @throws PlanMismatchException if it is not; what neither says is not held against it
   */
  public void requireFor(Optional<String> otherPatientId, String otherFrameUid)
      throws PlanMismatchException {
    if (patientId.isPresent() && otherPatientId.isPresent() && !patientId.equals(otherPatientId)) {
      throw new PlanMismatchException(
          PlanMismatchException.Kind.PATIENT, "the plan is for another patient than the images");
    }
    boolean otherFrame =
        frameOfReferenceUid.isPresent()
            && !otherFrameUid.isEmpty()
            && !frameOfReferenceUid.get().equals(otherFrameUid);
    if (otherFrame) {
      throw new PlanMismatchException(
          PlanMismatchException.Kind.FRAME_OF_REFERENCE,
          "the plan is in another frame of reference than the images: its isocentre would be "
              + "somewhere else in the patient");
    }
  }

  /** Not the record's own text, which would show whose it is. */
  @Override
  public String toString() {
    return "RT Plan of " + plan.beams().size() + " beams";
  }
}
