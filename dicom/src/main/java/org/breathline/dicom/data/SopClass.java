package org.breathline.dicom.data;

/** UIDs of the object kinds that this system reads or writes (PS3.4, annex B.5). */
public final class SopClass {

  public static final String MEDIA_STORAGE_DIRECTORY = "1.2.840.10008.1.3.10";
  public static final String SECONDARY_CAPTURE_IMAGE = "1.2.840.10008.5.1.4.1.1.7";
  public static final String CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2";
  public static final String ENHANCED_CT_IMAGE = "1.2.840.10008.5.1.4.1.1.2.1";
  public static final String MR_IMAGE = "1.2.840.10008.5.1.4.1.1.4";
  public static final String RESPIRATORY_WAVEFORM = "1.2.840.10008.5.1.4.1.1.9.6.1";
  public static final String SPATIAL_REGISTRATION = "1.2.840.10008.5.1.4.1.1.66.1";
  public static final String DEFORMABLE_SPATIAL_REGISTRATION = "1.2.840.10008.5.1.4.1.1.66.3";
  public static final String SEGMENTATION = "1.2.840.10008.5.1.4.1.1.66.4";
  public static final String COMPREHENSIVE_SR = "1.2.840.10008.5.1.4.1.1.88.33";
  public static final String RT_DOSE = "1.2.840.10008.5.1.4.1.1.481.2";
  public static final String RT_STRUCTURE_SET = "1.2.840.10008.5.1.4.1.1.481.3";
  public static final String RT_PLAN = "1.2.840.10008.5.1.4.1.1.481.5";

  private SopClass() {}
}
