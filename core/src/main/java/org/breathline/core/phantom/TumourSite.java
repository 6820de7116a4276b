package org.breathline.core.phantom;

/** Where a tumour may sit. */
public enum TumourSite {
  /** In the middle of the right lung, surrounded by lung. */
  LUNG,
  /** On the dome of the right diaphragm. */
  DIAPHRAGM,
  /** On the right side of the mediastinum, above the hilum. */
  MEDIASTINUM,
  /** In the right lobe of the liver. */
  LIVER
}
