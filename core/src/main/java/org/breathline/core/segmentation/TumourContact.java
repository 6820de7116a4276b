package org.breathline.core.segmentation;

/**
 * Where a tumour is grown together with something as dense as it is; there its border is not seen
 * but carried on from the sides.
 *
 * @param neighbour what it touches, as far as direction and density tell
 * @param share of the tumour's surface, 0 to 1, as seen from its centre
 */
public record TumourContact(Neighbour neighbour, double share) {

  /** What a tumour can touch. */
  public enum Neighbour {
    /** A vessel, an airway's wall, a strand: something much narrower than the tumour. */
    VESSEL,
    /** The diaphragm or what lies under it. */
    DIAPHRAGM,
    /** The mediastinum, the hilum or the heart. */
    MEDIASTINUM,
    /** Pleura, ribs and what lies beyond. */
    CHEST_WALL
  }
}
