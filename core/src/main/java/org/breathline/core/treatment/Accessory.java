package org.breathline.core.treatment;

/**
 * Something in the beam that changes its fluence and that this system reads but does not model. A
 * dose of a beam with one would be wrong, so it is refused.
 */
public enum Accessory {
  /** A wedge of metal, or one made by a moving jaw. */
  WEDGE("a wedge"),
  /** A shielding block or a cut-out. */
  BLOCK("a block"),
  /** A compensator. */
  COMPENSATOR("a compensator"),
  /** A bolus on the skin. */
  BOLUS("a bolus"),
  /** An applicator or a stereotactic cone. */
  APPLICATOR("an applicator");

  private final String words;

  Accessory(String words) {
    this.words = words;
  }

  /** It, with its article, in the middle of a sentence. */
  public String words() {
    return words;
  }
}
