package org.breathline.dicom.data;

import java.util.Locale;

/**
 * Tags of data elements as {@code int}s, the group in the upper half: the ones that this system
 * uses by name. {@link Dictionary} knows all of DICOM PS3.6.
 */
public final class Tag {

  // Delimiters (PS3.5, section 7.5).
  public static final int ITEM = 0xFFFEE000;
  public static final int ITEM_DELIMITATION = 0xFFFEE00D;
  public static final int SEQUENCE_DELIMITATION = 0xFFFEE0DD;

  // File meta information.
  public static final int FILE_META_INFORMATION_GROUP_LENGTH = 0x00020000;
  public static final int FILE_META_INFORMATION_VERSION = 0x00020001;
  public static final int MEDIA_STORAGE_SOP_CLASS_UID = 0x00020002;
  public static final int MEDIA_STORAGE_SOP_INSTANCE_UID = 0x00020003;
  public static final int TRANSFER_SYNTAX_UID = 0x00020010;
  public static final int IMPLEMENTATION_CLASS_UID = 0x00020012;
  public static final int IMPLEMENTATION_VERSION_NAME = 0x00020013;
  public static final int SOURCE_APPLICATION_ENTITY_TITLE = 0x00020016;

  // SOP common and general.
  public static final int DIRECTORY_RECORD_SEQUENCE = 0x00041220;
  public static final int SPECIFIC_CHARACTER_SET = 0x00080005;
  public static final int IMAGE_TYPE = 0x00080008;
  public static final int INSTANCE_CREATION_DATE = 0x00080012;
  public static final int INSTANCE_CREATION_TIME = 0x00080013;
  public static final int INSTANCE_CREATOR_UID = 0x00080014;
  public static final int SOP_CLASS_UID = 0x00080016;
  public static final int SOP_INSTANCE_UID = 0x00080018;
  public static final int STUDY_DATE = 0x00080020;
  public static final int SERIES_DATE = 0x00080021;
  public static final int ACQUISITION_DATE = 0x00080022;
  public static final int CONTENT_DATE = 0x00080023;
  public static final int ACQUISITION_DATE_TIME = 0x0008002A;
  public static final int STUDY_TIME = 0x00080030;
  public static final int SERIES_TIME = 0x00080031;
  public static final int ACQUISITION_TIME = 0x00080032;
  public static final int CONTENT_TIME = 0x00080033;
  public static final int ACCESSION_NUMBER = 0x00080050;
  public static final int MODALITY = 0x00080060;
  public static final int CONVERSION_TYPE = 0x00080064;
  public static final int PRESENTATION_INTENT_TYPE = 0x00080068;
  public static final int MANUFACTURER = 0x00080070;
  public static final int INSTITUTION_NAME = 0x00080080;
  public static final int REFERRING_PHYSICIAN_NAME = 0x00080090;
  public static final int TIMEZONE_OFFSET_FROM_UTC = 0x00080201;
  public static final int STATION_NAME = 0x00081010;
  public static final int STUDY_DESCRIPTION = 0x00081030;
  public static final int SERIES_DESCRIPTION = 0x0008103E;
  public static final int OPERATORS_NAME = 0x00081070;
  public static final int MANUFACTURER_MODEL_NAME = 0x00081090;
  public static final int DERIVATION_DESCRIPTION = 0x00082111;

  // Codes.
  public static final int CODE_VALUE = 0x00080100;
  public static final int CODING_SCHEME_DESIGNATOR = 0x00080102;
  public static final int CODING_SCHEME_VERSION = 0x00080103;
  public static final int CODE_MEANING = 0x00080104;
  public static final int MAPPING_RESOURCE = 0x00080105;
  public static final int CONTEXT_IDENTIFIER = 0x0008010F;

  // References and derivation.
  public static final int REFERENCED_STUDY_SEQUENCE = 0x00081110;
  public static final int REFERENCED_SERIES_SEQUENCE = 0x00081115;
  public static final int REFERENCED_IMAGE_SEQUENCE = 0x00081140;
  public static final int REFERENCED_INSTANCE_SEQUENCE = 0x0008114A;
  public static final int REFERENCED_SOP_CLASS_UID = 0x00081150;
  public static final int REFERENCED_SOP_INSTANCE_UID = 0x00081155;
  public static final int REFERENCED_FRAME_NUMBER = 0x00081160;
  public static final int SOURCE_IMAGE_SEQUENCE = 0x00082112;
  public static final int DERIVATION_CODE_SEQUENCE = 0x00089215;
  public static final int PURPOSE_OF_REFERENCE_CODE_SEQUENCE = 0x0040A170;
  public static final int STUDIES_CONTAINING_OTHER_REFERENCED_INSTANCES_SEQUENCE = 0x00081200;
  public static final int ANATOMIC_REGION_SEQUENCE = 0x00082218;

  // Patient.
  public static final int PATIENT_NAME = 0x00100010;
  public static final int PATIENT_ID = 0x00100020;
  public static final int ISSUER_OF_PATIENT_ID = 0x00100021;
  public static final int PATIENT_BIRTH_DATE = 0x00100030;
  public static final int PATIENT_SEX = 0x00100040;
  public static final int PATIENT_AGE = 0x00101010;
  public static final int PATIENT_SIZE = 0x00101020;
  public static final int PATIENT_WEIGHT = 0x00101030;
  public static final int PATIENT_COMMENTS = 0x00104000;
  public static final int PATIENT_IDENTITY_REMOVED = 0x00120062;
  public static final int DEIDENTIFICATION_METHOD = 0x00120063;

  // CT image.
  public static final int BODY_PART_EXAMINED = 0x00180015;
  public static final int SCAN_OPTIONS = 0x00180022;
  public static final int SLICE_THICKNESS = 0x00180050;
  public static final int KVP = 0x00180060;
  public static final int SPACING_BETWEEN_SLICES = 0x00180088;
  public static final int DATA_COLLECTION_DIAMETER = 0x00180090;
  public static final int SOFTWARE_VERSIONS = 0x00181020;
  public static final int DEVICE_SERIAL_NUMBER = 0x00181000;
  public static final int PROTOCOL_NAME = 0x00181030;
  public static final int RECONSTRUCTION_DIAMETER = 0x00181100;
  public static final int DISTANCE_SOURCE_TO_DETECTOR = 0x00181110;
  public static final int DISTANCE_SOURCE_TO_PATIENT = 0x00181111;
  public static final int GANTRY_DETECTOR_TILT = 0x00181120;
  public static final int TABLE_HEIGHT = 0x00181130;
  public static final int ROTATION_DIRECTION = 0x00181140;
  public static final int EXPOSURE_TIME = 0x00181150;
  public static final int XRAY_TUBE_CURRENT = 0x00181151;
  public static final int EXPOSURE = 0x00181152;
  public static final int FILTER_TYPE = 0x00181160;
  public static final int CONVOLUTION_KERNEL = 0x00181210;
  public static final int PATIENT_POSITION = 0x00185100;
  public static final int ACQUISITION_TYPE = 0x00189302;
  public static final int REVOLUTION_TIME = 0x00189305;
  public static final int SINGLE_COLLIMATION_WIDTH = 0x00189306;
  public static final int TOTAL_COLLIMATION_WIDTH = 0x00189307;
  public static final int TABLE_SPEED = 0x00189309;
  public static final int TABLE_FEED_PER_ROTATION = 0x00189310;
  public static final int SPIRAL_PITCH_FACTOR = 0x00189311;
  public static final int DATE_OF_LAST_CALIBRATION = 0x00181200;
  public static final int TIME_OF_LAST_CALIBRATION = 0x00181201;
  public static final int CONTRIBUTING_EQUIPMENT_SEQUENCE = 0x0018A001;
  public static final int CONTRIBUTION_DESCRIPTION = 0x0018A003;
  public static final int CONTRAST_BOLUS_AGENT = 0x00180010;

  // Respiration and cardiac gating.
  public static final int RESPIRATORY_MOTION_COMPENSATION_TECHNIQUE = 0x00189170;
  public static final int RESPIRATORY_SIGNAL_SOURCE = 0x00189171;
  public static final int BULK_MOTION_COMPENSATION_TECHNIQUE = 0x00189172;
  public static final int RESPIRATORY_TRIGGER_TYPE = 0x00209250;
  public static final int RESPIRATORY_TRIGGER_DELAY_THRESHOLD = 0x00209256;
  public static final int RESPIRATORY_SYNCHRONIZATION_SEQUENCE = 0x00209253;
  public static final int RESPIRATORY_CYCLE_POSITION = 0x00189214;
  public static final int RESPIRATORY_INTERVAL_TIME = 0x00209254;
  public static final int NOMINAL_RESPIRATORY_TRIGGER_DELAY_TIME = 0x00209255;
  public static final int ACTUAL_RESPIRATORY_TRIGGER_DELAY_TIME = 0x00209257;
  public static final int RESPIRATORY_MOTION_COMPENSATION_TECHNIQUE_DESCRIPTION = 0x00189185;
  public static final int NOMINAL_PERCENTAGE_OF_RESPIRATORY_PHASE = 0x00209245;
  public static final int STARTING_RESPIRATORY_AMPLITUDE = 0x00209246;
  public static final int STARTING_RESPIRATORY_PHASE = 0x00209247;
  public static final int ENDING_RESPIRATORY_AMPLITUDE = 0x00209248;
  public static final int ENDING_RESPIRATORY_PHASE = 0x00209249;
  public static final int CARDIAC_SYNCHRONIZATION_SEQUENCE = 0x00189118;
  public static final int NOMINAL_PERCENTAGE_OF_CARDIAC_PHASE = 0x00209241;

  // Relationship and image plane.
  public static final int STUDY_INSTANCE_UID = 0x0020000D;
  public static final int SERIES_INSTANCE_UID = 0x0020000E;
  public static final int STUDY_ID = 0x00200010;
  public static final int SERIES_NUMBER = 0x00200011;
  public static final int ACQUISITION_NUMBER = 0x00200012;
  public static final int INSTANCE_NUMBER = 0x00200013;
  public static final int IMAGE_POSITION_PATIENT = 0x00200032;
  public static final int IMAGE_ORIENTATION_PATIENT = 0x00200037;
  public static final int FRAME_OF_REFERENCE_UID = 0x00200052;
  public static final int LATERALITY = 0x00200060;
  public static final int TEMPORAL_POSITION_IDENTIFIER = 0x00200100;
  public static final int NUMBER_OF_TEMPORAL_POSITIONS = 0x00200105;
  public static final int TEMPORAL_RESOLUTION = 0x00200110;
  public static final int POSITION_REFERENCE_INDICATOR = 0x00201040;
  public static final int SLICE_LOCATION = 0x00201041;
  public static final int IMAGE_COMMENTS = 0x00204000;
  public static final int FRAME_ACQUISITION_DATE_TIME = 0x00189074;
  public static final int FRAME_REFERENCE_DATE_TIME = 0x00189151;
  public static final int FRAME_ACQUISITION_DURATION = 0x00189220;
  public static final int FRAME_CONTENT_SEQUENCE = 0x00209111;
  public static final int PLANE_POSITION_SEQUENCE = 0x00209113;
  public static final int PLANE_ORIENTATION_SEQUENCE = 0x00209116;
  public static final int PIXEL_MEASURES_SEQUENCE = 0x00289110;
  public static final int PIXEL_VALUE_TRANSFORMATION_SEQUENCE = 0x00289145;
  public static final int SHARED_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009229;
  public static final int PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE = 0x52009230;
  public static final int DIMENSION_ORGANIZATION_SEQUENCE = 0x00209221;
  public static final int DIMENSION_ORGANIZATION_UID = 0x00209164;
  public static final int DIMENSION_INDEX_SEQUENCE = 0x00209222;
  public static final int DIMENSION_INDEX_POINTER = 0x00209165;
  public static final int FUNCTIONAL_GROUP_POINTER = 0x00209167;
  public static final int DIMENSION_INDEX_VALUES = 0x00209157;
  public static final int STACK_ID = 0x00209056;
  public static final int IN_STACK_POSITION_NUMBER = 0x00209057;
  public static final int TEMPORAL_POSITION_INDEX = 0x00209128;

  // Image pixel.
  public static final int SAMPLES_PER_PIXEL = 0x00280002;
  public static final int PHOTOMETRIC_INTERPRETATION = 0x00280004;
  public static final int PLANAR_CONFIGURATION = 0x00280006;
  public static final int NUMBER_OF_FRAMES = 0x00280008;
  public static final int FRAME_INCREMENT_POINTER = 0x00280009;
  public static final int ROWS = 0x00280010;
  public static final int COLUMNS = 0x00280011;
  public static final int PIXEL_SPACING = 0x00280030;
  public static final int BITS_ALLOCATED = 0x00280100;
  public static final int BITS_STORED = 0x00280101;
  public static final int HIGH_BIT = 0x00280102;
  public static final int PIXEL_REPRESENTATION = 0x00280103;
  public static final int SMALLEST_IMAGE_PIXEL_VALUE = 0x00280106;
  public static final int LARGEST_IMAGE_PIXEL_VALUE = 0x00280107;
  public static final int PIXEL_PADDING_VALUE = 0x00280120;
  public static final int PIXEL_PADDING_RANGE_LIMIT = 0x00280121;
  public static final int WINDOW_CENTER = 0x00281050;
  public static final int WINDOW_WIDTH = 0x00281051;
  public static final int RESCALE_INTERCEPT = 0x00281052;
  public static final int RESCALE_SLOPE = 0x00281053;
  public static final int RESCALE_TYPE = 0x00281054;
  public static final int BURNED_IN_ANNOTATION = 0x00280301;
  public static final int RED_PALETTE_COLOR_LOOKUP_TABLE_DESCRIPTOR = 0x00281101;
  public static final int LOSSY_IMAGE_COMPRESSION = 0x00282110;
  public static final int LOSSY_IMAGE_COMPRESSION_RATIO = 0x00282112;
  public static final int LOSSY_IMAGE_COMPRESSION_METHOD = 0x00282114;
  public static final int RECOGNIZABLE_VISUAL_FEATURES = 0x00280302;
  public static final int EXTENDED_OFFSET_TABLE = 0x7FE00001;
  public static final int EXTENDED_OFFSET_TABLE_LENGTHS = 0x7FE00002;
  public static final int FLOAT_PIXEL_DATA = 0x7FE00008;
  public static final int DOUBLE_FLOAT_PIXEL_DATA = 0x7FE00009;
  public static final int PIXEL_DATA = 0x7FE00010;
  public static final int DATA_SET_TRAILING_PADDING = 0xFFFCFFFC;

  // Waveform.
  public static final int WAVEFORM_SEQUENCE = 0x54000100;
  public static final int MULTIPLEX_GROUP_TIME_OFFSET = 0x00181068;
  public static final int TRIGGER_TIME_OFFSET = 0x00181069;
  public static final int WAVEFORM_ORIGINALITY = 0x003A0004;
  public static final int NUMBER_OF_WAVEFORM_CHANNELS = 0x003A0005;
  public static final int NUMBER_OF_WAVEFORM_SAMPLES = 0x003A0010;
  public static final int SAMPLING_FREQUENCY = 0x003A001A;
  public static final int MULTIPLEX_GROUP_LABEL = 0x003A0020;
  public static final int CHANNEL_DEFINITION_SEQUENCE = 0x003A0200;
  public static final int WAVEFORM_CHANNEL_NUMBER = 0x003A0202;
  public static final int CHANNEL_LABEL = 0x003A0203;
  public static final int CHANNEL_STATUS = 0x003A0205;
  public static final int CHANNEL_SOURCE_SEQUENCE = 0x003A0208;
  public static final int CHANNEL_SOURCE_MODIFIERS_SEQUENCE = 0x003A0209;
  public static final int CHANNEL_SENSITIVITY = 0x003A0210;
  public static final int CHANNEL_SENSITIVITY_UNITS_SEQUENCE = 0x003A0211;
  public static final int CHANNEL_SENSITIVITY_CORRECTION_FACTOR = 0x003A0212;
  public static final int CHANNEL_BASELINE = 0x003A0213;
  public static final int CHANNEL_TIME_SKEW = 0x003A0214;
  public static final int CHANNEL_SAMPLE_SKEW = 0x003A0215;
  public static final int CHANNEL_OFFSET = 0x003A0218;
  public static final int WAVEFORM_BITS_STORED = 0x003A021A;
  public static final int WAVEFORM_BITS_ALLOCATED = 0x54001004;
  public static final int WAVEFORM_SAMPLE_INTERPRETATION = 0x54001006;
  public static final int WAVEFORM_PADDING_VALUE = 0x5400100A;
  public static final int WAVEFORM_DATA = 0x54001010;
  public static final int WAVEFORM_ANNOTATION_SEQUENCE = 0x0040B020;
  public static final int UNFORMATTED_TEXT_VALUE = 0x00700006;
  public static final int REFERENCED_WAVEFORM_CHANNELS = 0x0040A0B0;
  public static final int TEMPORAL_RANGE_TYPE = 0x0040A130;
  public static final int REFERENCED_SAMPLE_POSITIONS = 0x0040A132;
  public static final int REFERENCED_TIME_OFFSETS = 0x0040A138;
  public static final int ACQUISITION_CONTEXT_SEQUENCE = 0x00400555;
  public static final int SYNCHRONIZATION_FRAME_OF_REFERENCE_UID = 0x00200200;
  public static final int SYNCHRONIZATION_TRIGGER = 0x0018106A;
  public static final int ACQUISITION_TIME_SYNCHRONIZED = 0x00181800;
  public static final int TIME_SOURCE = 0x00181801;

  // Radiotherapy.
  public static final int STRUCTURE_SET_LABEL = 0x30060002;
  public static final int STRUCTURE_SET_NAME = 0x30060004;
  public static final int STRUCTURE_SET_DATE = 0x30060008;
  public static final int STRUCTURE_SET_TIME = 0x30060009;
  public static final int REFERENCED_FRAME_OF_REFERENCE_SEQUENCE = 0x30060010;
  public static final int RT_REFERENCED_STUDY_SEQUENCE = 0x30060012;
  public static final int RT_REFERENCED_SERIES_SEQUENCE = 0x30060014;
  public static final int CONTOUR_IMAGE_SEQUENCE = 0x30060016;
  public static final int STRUCTURE_SET_ROI_SEQUENCE = 0x30060020;
  public static final int ROI_NUMBER = 0x30060022;
  public static final int REFERENCED_FRAME_OF_REFERENCE_UID = 0x30060024;
  public static final int ROI_NAME = 0x30060026;
  public static final int ROI_DESCRIPTION = 0x30060028;
  public static final int ROI_GENERATION_ALGORITHM = 0x30060036;
  public static final int ROI_CONTOUR_SEQUENCE = 0x30060039;
  public static final int ROI_DISPLAY_COLOR = 0x3006002A;
  public static final int CONTOUR_SEQUENCE = 0x30060040;
  public static final int CONTOUR_GEOMETRIC_TYPE = 0x30060042;
  public static final int CONTOUR_NUMBER = 0x30060048;
  public static final int NUMBER_OF_CONTOUR_POINTS = 0x30060046;
  public static final int CONTOUR_DATA = 0x30060050;
  public static final int REFERENCED_ROI_NUMBER = 0x30060084;
  public static final int RT_ROI_OBSERVATIONS_SEQUENCE = 0x30060080;
  public static final int OBSERVATION_NUMBER = 0x30060082;
  public static final int ROI_OBSERVATION_LABEL = 0x30060085;
  public static final int RT_ROI_INTERPRETED_TYPE = 0x300600A4;
  public static final int ROI_INTERPRETER = 0x300600A6;
  public static final int APPROVAL_STATUS = 0x300E0002;
  public static final int REVIEW_DATE = 0x300E0004;
  public static final int REVIEW_TIME = 0x300E0005;
  public static final int REVIEWER_NAME = 0x300E0008;
  public static final int RT_PLAN_LABEL = 0x300A0002;
  public static final int RT_PLAN_NAME = 0x300A0003;
  public static final int RT_PLAN_DATE = 0x300A0006;
  public static final int RT_PLAN_TIME = 0x300A0007;
  public static final int RT_PLAN_GEOMETRY = 0x300A000C;
  public static final int DOSE_UNITS = 0x30040002;
  public static final int DOSE_TYPE = 0x30040004;
  public static final int DOSE_SUMMATION_TYPE = 0x3004000A;
  public static final int DOSE_GRID_SCALING = 0x3004000E;
  public static final int GRID_FRAME_OFFSET_VECTOR = 0x3004000C;
  public static final int TISSUE_HETEROGENEITY_CORRECTION = 0x30040014;
  public static final int REFERENCED_RT_PLAN_SEQUENCE = 0x300C0002;
  public static final int REFERENCED_STRUCTURE_SET_SEQUENCE = 0x300C0060;
  public static final int BEAM_SEQUENCE = 0x300A00B0;
  public static final int FRACTION_GROUP_SEQUENCE = 0x300A0070;

  // Registration.
  public static final int REGISTRATION_SEQUENCE = 0x00700308;
  public static final int MATRIX_REGISTRATION_SEQUENCE = 0x00700309;
  public static final int MATRIX_SEQUENCE = 0x0070030A;
  public static final int FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX = 0x300600C6;
  public static final int FRAME_OF_REFERENCE_TRANSFORMATION_COMMENT = 0x300600C8;
  public static final int FRAME_OF_REFERENCE_TRANSFORMATION_MATRIX_TYPE = 0x0070030C;
  public static final int DEFORMABLE_REGISTRATION_SEQUENCE = 0x00640002;
  public static final int SOURCE_FRAME_OF_REFERENCE_UID = 0x00640003;
  public static final int DEFORMABLE_REGISTRATION_GRID_SEQUENCE = 0x00640005;
  public static final int PRE_DEFORMATION_MATRIX_REGISTRATION_SEQUENCE = 0x0064000F;
  public static final int POST_DEFORMATION_MATRIX_REGISTRATION_SEQUENCE = 0x00640010;
  public static final int GRID_DIMENSIONS = 0x00640007;
  public static final int GRID_RESOLUTION = 0x00640008;
  public static final int VECTOR_GRID_DATA = 0x00640009;
  public static final int REGISTRATION_TYPE_CODE_SEQUENCE = 0x0070030D;
  public static final int CONTENT_LABEL = 0x00700080;
  public static final int CONTENT_DESCRIPTION = 0x00700081;
  public static final int CONTENT_CREATOR_NAME = 0x00700084;
  public static final int USED_FIDUCIALS_SEQUENCE = 0x00700314;

  // Segmentation.
  public static final int SEGMENTATION_TYPE = 0x00620001;
  public static final int SEGMENT_SEQUENCE = 0x00620002;
  public static final int SEGMENT_NUMBER = 0x00620004;
  public static final int SEGMENT_LABEL = 0x00620005;
  public static final int SEGMENT_ALGORITHM_TYPE = 0x00620008;
  public static final int SEGMENT_ALGORITHM_NAME = 0x00620009;
  public static final int SEGMENT_IDENTIFICATION_SEQUENCE = 0x0062000A;
  public static final int REFERENCED_SEGMENT_NUMBER = 0x0062000B;
  public static final int SEGMENTED_PROPERTY_CATEGORY_CODE_SEQUENCE = 0x00620003;
  public static final int SEGMENTED_PROPERTY_TYPE_CODE_SEQUENCE = 0x0062000F;
  public static final int SEGMENT_DESCRIPTION = 0x00620006;
  public static final int RECOMMENDED_DISPLAY_CIE_LAB_VALUE = 0x0062000D;
  public static final int DERIVATION_IMAGE_SEQUENCE = 0x00089124;

  // Structured report.
  public static final int VALUE_TYPE = 0x0040A040;
  public static final int CONCEPT_NAME_CODE_SEQUENCE = 0x0040A043;
  public static final int CONTENT_SEQUENCE = 0x0040A730;
  public static final int RELATIONSHIP_TYPE = 0x0040A010;
  public static final int TEXT_VALUE = 0x0040A160;
  public static final int CONCEPT_CODE_SEQUENCE = 0x0040A168;
  public static final int MEASURED_VALUE_SEQUENCE = 0x0040A300;
  public static final int NUMERIC_VALUE = 0x0040A30A;
  public static final int MEASUREMENT_UNITS_CODE_SEQUENCE = 0x004008EA;
  public static final int COMPLETION_FLAG = 0x0040A491;
  public static final int VERIFICATION_FLAG = 0x0040A493;
  public static final int CONTINUITY_OF_CONTENT = 0x0040A050;
  public static final int CONTENT_TEMPLATE_SEQUENCE = 0x0040A504;
  public static final int TEMPLATE_IDENTIFIER = 0x0040DB00;
  public static final int CURRENT_REQUESTED_PROCEDURE_EVIDENCE_SEQUENCE = 0x0040A375;
  public static final int REFERENCED_SOP_SEQUENCE = 0x00081199;

  private Tag() {}

  /** The group number, 0 to 0xFFFF. */
  public static int group(int tag) {
    return tag >>> 16;
  }

  /** The element number, 0 to 0xFFFF. */
  public static int element(int tag) {
    return tag & 0xFFFF;
  }

  /** A tag of a group and an element number. */
  public static int of(int group, int element) {
    return (group << 16) | (element & 0xFFFF);
  }

  /** Whether the tag is private: its group is odd. */
  public static boolean isPrivate(int tag) {
    return (tag & 0x10000) != 0;
  }

  /** Whether the tag reserves a private block: (gggg,0010) to (gggg,00FF) of an odd group. */
  public static boolean isPrivateCreator(int tag) {
    return isPrivate(tag) && element(tag) >= 0x10 && element(tag) <= 0xFF;
  }

  /** The tag as {@code (0028,0010)}. */
  public static String format(int tag) {
    return String.format(Locale.ROOT, "(%04X,%04X)", group(tag), element(tag));
  }

  /** The tag with its keyword, if it has one: {@code (0028,0010) Rows}. */
  public static String describe(int tag) {
    return Dictionary.keyword(tag).map(keyword -> format(tag) + " " + keyword).orElse(format(tag));
  }
}
