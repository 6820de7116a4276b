package org.breathline.core.phantom;

/** What a point of the phantom belongs to. */
public enum Organ {
  /** Outside the body. */
  OUTSIDE(0),
  /** Skin, fat and muscle of the wall. */
  WALL(1),
  /** Ribs, sternum, shoulder blades. */
  BONE(2),
  /** Vertebrae and their discs. */
  SPINE(3),
  /** The spinal canal. */
  SPINAL_CANAL(4),
  /** The lung on the patient's left, its vessels and small airways included. */
  LEFT_LUNG(5),
  /** The lung on the patient's right, its vessels and small airways included. */
  RIGHT_LUNG(6),
  /** Trachea and main bronchi, their walls included. */
  TRACHEA(7),
  /** Fat and small structures between the lungs. */
  MEDIASTINUM(8),
  /** The heart. */
  HEART(9),
  /** Aorta and other great vessels. */
  GREAT_VESSELS(10),
  /** The oesophagus. */
  OESOPHAGUS(11),
  /** The diaphragm's muscle. */
  DIAPHRAGM(12),
  /** The liver and its vessels. */
  LIVER(13),
  /** The stomach with its content and gas. */
  STOMACH(14),
  /** The pancreas. */
  PANCREAS(15),
  /** The spleen. */
  SPLEEN(16),
  /** Both kidneys. */
  KIDNEYS(17),
  /** Fat and bowel of the abdomen. */
  ABDOMEN(18),
  /** The tumour, wherever it sits. */
  TUMOUR(19);

  private final short label;

  Organ(int label) {
    this.label = (short) label;
  }

  /** Its number in label volumes; 0 is outside. */
  public short label() {
    return label;
  }
}
