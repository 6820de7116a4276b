package org.breathline.billing.code;

import java.util.List;

/**
 * What is known of a code.
 *
 * @param code CPT code
 * @param words what it is, in own words
 * @param serviceType in own words
 * @param sections in the order of the page
 */
public record CodeEntry(String code, String words, String serviceType, List<Section> sections) {

  /** Copies the list. */
  public CodeEntry {
    sections = List.copyOf(sections);
  }

  /**
   * A part of the page.
   *
   * @param title of it
   * @param statements in order
   */
  public record Section(String title, List<Statement> statements) {

    /** Copies the list. */
    public Section {
      statements = List.copyOf(statements);
    }
  }

  /**
   * One thing that is said.
   *
   * @param text own words
   * @param source where it stands, or "not known"
   * @param date of the source, or "not known"
   */
  public record Statement(String text, String source, String date) {}
}
