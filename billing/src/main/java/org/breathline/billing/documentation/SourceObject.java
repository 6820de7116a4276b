package org.breathline.billing.documentation;

import org.jspecify.annotations.Nullable;

/**
 * Something that figures come from, or that a signature sees.
 *
 * @param id how figures and signatures name it, the same in every record of a study
 * @param role what it is
 * @param sopClass the DICOM SOP Class UID; absent for what is no DICOM object
 * @param uid the instance's, or for a series its own; for a file of ours a name
 * @param files how many files it is
 * @param sha256 of what it holds: a file's own, or of a series' files' digests in increasing order
 */
public record SourceObject(
    String id, Role role, @Nullable String sopClass, String uid, int files, String sha256) {

  /** What an object is to the documentation. */
  public enum Role {
    /** The images. */
    IMAGES("images"),
    /** The breathing trace. */
    TRACE("breathing trace"),
    /** Contours, the ITV among them. */
    CONTOURS("contours"),
    /** A plan. */
    PLAN("plan"),
    /** A dose. */
    DOSE("dose"),
    /** A registration. */
    REGISTRATION("registration"),
    /** Figures that a run of this program wrote. */
    FIGURES("figures"),
    /** What a person stated. */
    STATEMENT("statement"),
    /** Any other. */
    OTHER("other object");

    private final String words;

    Role(String words) {
      this.words = words;
    }

    /** Its name in a sentence. */
    public String words() {
      return words;
    }
  }
}
