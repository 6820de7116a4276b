package org.breathline.dicom.data;

/**
 * Tags of what is in radiotherapy plans and doses (PS3.3, A.18 and A.20) beside those of {@link
 * Tag}.
 */
public final class RadiotherapyTag {

  // Dose: Gy on a grid, and histograms.
  public static final int DOSE_COMMENT = 0x30040006;
  public static final int DVH_SEQUENCE = 0x30040050;
  public static final int DVH_TYPE = 0x30040001;
  public static final int DVH_DOSE_SCALING = 0x30040052;
  public static final int DVH_VOLUME_UNITS = 0x30040054;
  public static final int DVH_NUMBER_OF_BINS = 0x30040056;
  public static final int DVH_DATA = 0x30040058;
  public static final int DVH_REFERENCED_ROI_SEQUENCE = 0x30040060;
  public static final int DVH_ROI_CONTRIBUTION_TYPE = 0x30040062;
  public static final int DVH_MINIMUM_DOSE = 0x30040070;
  public static final int DVH_MAXIMUM_DOSE = 0x30040072;
  public static final int DVH_MEAN_DOSE = 0x30040074;

  // Plan: what is prescribed.
  public static final int DOSE_REFERENCE_SEQUENCE = 0x300A0010;
  public static final int DOSE_REFERENCE_NUMBER = 0x300A0012;
  public static final int DOSE_REFERENCE_STRUCTURE_TYPE = 0x300A0014;
  public static final int DOSE_REFERENCE_DESCRIPTION = 0x300A0016;
  public static final int DOSE_REFERENCE_POINT_COORDINATES = 0x300A0018;
  public static final int DOSE_REFERENCE_TYPE = 0x300A0020;
  public static final int TARGET_PRESCRIPTION_DOSE = 0x300A0026;
  public static final int ORGAN_AT_RISK_MAXIMUM_DOSE = 0x300A002C;

  // Plan: tolerances, fractions, set-up.
  public static final int TOLERANCE_TABLE_SEQUENCE = 0x300A0040;
  public static final int TOLERANCE_TABLE_NUMBER = 0x300A0042;
  public static final int TOLERANCE_TABLE_LABEL = 0x300A0043;
  public static final int GANTRY_ANGLE_TOLERANCE = 0x300A0044;
  public static final int BEAM_LIMITING_DEVICE_ANGLE_TOLERANCE = 0x300A0046;
  public static final int BEAM_LIMITING_DEVICE_TOLERANCE_SEQUENCE = 0x300A0048;
  public static final int BEAM_LIMITING_DEVICE_POSITION_TOLERANCE = 0x300A004A;
  public static final int PATIENT_SUPPORT_ANGLE_TOLERANCE = 0x300A004C;
  public static final int TABLE_TOP_VERTICAL_POSITION_TOLERANCE = 0x300A0051;
  public static final int TABLE_TOP_LONGITUDINAL_POSITION_TOLERANCE = 0x300A0052;
  public static final int TABLE_TOP_LATERAL_POSITION_TOLERANCE = 0x300A0053;
  public static final int FRACTION_GROUP_NUMBER = 0x300A0071;
  public static final int NUMBER_OF_FRACTIONS_PLANNED = 0x300A0078;
  public static final int NUMBER_OF_BEAMS = 0x300A0080;
  public static final int BEAM_METERSET = 0x300A0086;
  public static final int NUMBER_OF_BRACHY_APPLICATION_SETUPS = 0x300A00A0;
  public static final int PATIENT_SETUP_SEQUENCE = 0x300A0180;
  public static final int PATIENT_SETUP_NUMBER = 0x300A0182;
  public static final int SETUP_TECHNIQUE = 0x300A01B0;

  // Plan: beams.
  public static final int TREATMENT_MACHINE_NAME = 0x300A00B2;
  public static final int PRIMARY_DOSIMETER_UNIT = 0x300A00B3;
  public static final int SOURCE_AXIS_DISTANCE = 0x300A00B4;
  public static final int BEAM_LIMITING_DEVICE_SEQUENCE = 0x300A00B6;
  public static final int RT_BEAM_LIMITING_DEVICE_TYPE = 0x300A00B8;
  public static final int NUMBER_OF_LEAF_JAW_PAIRS = 0x300A00BC;
  public static final int LEAF_POSITION_BOUNDARIES = 0x300A00BE;
  public static final int BEAM_NUMBER = 0x300A00C0;
  public static final int BEAM_NAME = 0x300A00C2;
  public static final int BEAM_TYPE = 0x300A00C4;
  public static final int RADIATION_TYPE = 0x300A00C6;
  public static final int TREATMENT_DELIVERY_TYPE = 0x300A00CE;
  public static final int NUMBER_OF_WEDGES = 0x300A00D0;
  public static final int NUMBER_OF_COMPENSATORS = 0x300A00E0;
  public static final int NUMBER_OF_BOLI = 0x300A00ED;
  public static final int NUMBER_OF_BLOCKS = 0x300A00F0;
  public static final int APPLICATOR_SEQUENCE = 0x300A0107;
  public static final int FINAL_CUMULATIVE_METERSET_WEIGHT = 0x300A010E;
  public static final int NUMBER_OF_CONTROL_POINTS = 0x300A0110;
  public static final int PRIMARY_FLUENCE_MODE_SEQUENCE = 0x30020050;
  public static final int FLUENCE_MODE = 0x30020051;
  public static final int FLUENCE_MODE_ID = 0x30020052;

  // Plan: control points.
  public static final int CONTROL_POINT_SEQUENCE = 0x300A0111;
  public static final int CONTROL_POINT_INDEX = 0x300A0112;
  public static final int NOMINAL_BEAM_ENERGY = 0x300A0114;
  public static final int DOSE_RATE_SET = 0x300A0115;
  public static final int WEDGE_POSITION_SEQUENCE = 0x300A0116;
  public static final int WEDGE_POSITION = 0x300A0118;
  public static final int BEAM_LIMITING_DEVICE_POSITION_SEQUENCE = 0x300A011A;
  public static final int LEAF_JAW_POSITIONS = 0x300A011C;
  public static final int GANTRY_ANGLE = 0x300A011E;
  public static final int GANTRY_ROTATION_DIRECTION = 0x300A011F;
  public static final int BEAM_LIMITING_DEVICE_ANGLE = 0x300A0120;
  public static final int BEAM_LIMITING_DEVICE_ROTATION_DIRECTION = 0x300A0121;
  public static final int PATIENT_SUPPORT_ANGLE = 0x300A0122;
  public static final int PATIENT_SUPPORT_ROTATION_DIRECTION = 0x300A0123;
  public static final int TABLE_TOP_ECCENTRIC_ANGLE = 0x300A0125;
  public static final int TABLE_TOP_ECCENTRIC_ROTATION_DIRECTION = 0x300A0126;
  public static final int TABLE_TOP_VERTICAL_POSITION = 0x300A0128;
  public static final int TABLE_TOP_LONGITUDINAL_POSITION = 0x300A0129;
  public static final int TABLE_TOP_LATERAL_POSITION = 0x300A012A;
  public static final int ISOCENTER_POSITION = 0x300A012C;
  public static final int CUMULATIVE_METERSET_WEIGHT = 0x300A0134;
  public static final int TABLE_TOP_PITCH_ANGLE = 0x300A0140;
  public static final int TABLE_TOP_ROLL_ANGLE = 0x300A0144;
  public static final int GANTRY_PITCH_ANGLE = 0x300A014A;

  // What plans and doses refer to.
  public static final int REFERENCED_BEAM_SEQUENCE = 0x300C0004;
  public static final int REFERENCED_BEAM_NUMBER = 0x300C0006;
  public static final int REFERENCED_FRACTION_GROUP_SEQUENCE = 0x300C0020;
  public static final int REFERENCED_FRACTION_GROUP_NUMBER = 0x300C0022;
  public static final int REFERENCED_PATIENT_SETUP_NUMBER = 0x300C006A;
  public static final int REFERENCED_TOLERANCE_TABLE_NUMBER = 0x300C00A0;

  private RadiotherapyTag() {}
}
