package org.breathline.core.treatment;

import org.breathline.core.geometry.Vector3;

/**
 * How the patient lies on the couch (DICOM PS3.3 C.7.3.1.1.2): which way the axes of patient space
 * point in the IEC 61217 table-top system, where x is to the right of one who faces the gantry, y
 * towards the gantry and z up. Lying on a side is not supported.
 */
public enum PatientPosition {
  /** Head first, supine. */
  HFS(1, 1),
  /** Head first, prone. */
  HFP(1, -1),
  /** Feet first, supine. */
  FFS(-1, 1),
  /** Feet first, prone. */
  FFP(-1, -1);

  /** +1 where the head is towards the gantry. */
  private final int head;

  /** +1 where the face is up. */
  private final int face;

  PatientPosition(int head, int face) {
    this.head = head;
    this.face = face;
  }

  /** A direction of the table-top system (IEC 61217 x, y, z) in patient space (LPS). */
  public Vector3 toPatient(double x, double y, double z) {
    return new Vector3(head * face * x, -face * z, head * y);
  }
}
