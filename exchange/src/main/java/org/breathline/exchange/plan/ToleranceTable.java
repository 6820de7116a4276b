package org.breathline.exchange.plan;

import java.util.List;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.RadiotherapyTag;

/**
 * The tolerances that a record-and-verify system holds a set-up against: those of AAPM TG-142 for
 * angles and collimators, wide ones for the table, whose place depends on the day's set-up.
 */
final class ToleranceTable {

  /** Its number in a plan. */
  static final int NUMBER = 1;

  private ToleranceTable() {}

  static Dataset item() {
    return new Dataset()
        .setInteger(RadiotherapyTag.TOLERANCE_TABLE_NUMBER, NUMBER)
        .setString(RadiotherapyTag.TOLERANCE_TABLE_LABEL, "photon")
        .setDecimal(RadiotherapyTag.GANTRY_ANGLE_TOLERANCE, 1)
        .setDecimal(RadiotherapyTag.BEAM_LIMITING_DEVICE_ANGLE_TOLERANCE, 1)
        .setItems(
            RadiotherapyTag.BEAM_LIMITING_DEVICE_TOLERANCE_SEQUENCE,
            List.of(device("ASYMX", 2), device("ASYMY", 2), device("MLCX", 1), device("MLCY", 1)))
        .setDecimal(RadiotherapyTag.PATIENT_SUPPORT_ANGLE_TOLERANCE, 1)
        .setDecimal(RadiotherapyTag.TABLE_TOP_VERTICAL_POSITION_TOLERANCE, 20)
        .setDecimal(RadiotherapyTag.TABLE_TOP_LONGITUDINAL_POSITION_TOLERANCE, 20)
        .setDecimal(RadiotherapyTag.TABLE_TOP_LATERAL_POSITION_TOLERANCE, 20);
  }

  private static Dataset device(String type, double toleranceMm) {
    return new Dataset()
        .setDecimal(RadiotherapyTag.BEAM_LIMITING_DEVICE_POSITION_TOLERANCE, toleranceMm)
        .setString(RadiotherapyTag.RT_BEAM_LIMITING_DEVICE_TYPE, type);
  }
}
