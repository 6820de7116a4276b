package org.breathline.study.report;

import java.util.List;
import org.breathline.study.plot.Figure;

/** One thing after another down a report. */
public sealed interface Block {

  /**
   * The title of a section or of a part of one.
   *
   * @param level 1 for a section, 2 for a part of it
   */
  record Heading(int level, String text) implements Block {

    /** Checks the level; throws {@link IllegalArgumentException}. */
    public Heading {
      if (level < 1 || level > 2) {
        throw new IllegalArgumentException("headings have level 1 or 2, not " + level);
      }
    }
  }

  /**
   * Running text.
   *
   * @param quiet set smaller: how something was computed, where it comes from
   */
  record Paragraph(String text, boolean quiet) implements Block {}

  /** Names with their values, in two columns where there is room. */
  record KeyValues(List<KeyValue> entries) implements Block {

    /** Copies the list. */
    public KeyValues {
      entries = List.copyOf(entries);
    }
  }

  /** A name and its value. */
  record KeyValue(String key, String value) {}

  /**
   * A table. Its columns are repeated on every page it runs over.
   *
   * @param caption what it holds, with units where a column does not say them
   * @param rows each with one cell a column
   */
  record Table(String caption, List<Column> columns, List<List<String>> rows) implements Block {

    /** Copies the lists; throws {@link IllegalArgumentException} if a row has another length. */
    public Table {
      columns = List.copyOf(columns);
      rows = rows.stream().map(List::copyOf).toList();
      for (List<String> row : rows) {
        if (row.size() != columns.size()) {
          throw new IllegalArgumentException(
              "%d cells for %d columns".formatted(row.size(), columns.size()));
        }
      }
    }
  }

  /**
   * A column of a table.
   *
   * @param title with its unit
   * @param number set at the right edge, digits under digits
   */
  record Column(String title, boolean number) {

    /** A column of words. */
    public static Column words(String title) {
      return new Column(title, false);
    }

    /** A column of numbers. */
    public static Column numbers(String title) {
      return new Column(title, true);
    }
  }

  /** A figure and the words below it. */
  record Illustration(Figure figure, String caption) implements Block {}

  /** What the reader has to know before relying on the rest; shown even when there is nothing. */
  record Notices(List<Notice> notices) implements Block {

    /** Copies the list. */
    public Notices {
      notices = List.copyOf(notices);
    }
  }

  /**
   * Something to know.
   *
   * @param text one or two sentences, with figures
   */
  record Notice(Severity severity, String text) {}

  /** How much a notice matters, in increasing order. */
  enum Severity {
    /** Good to know. */
    NOTE("Note"),
    /** To be looked at before the result is used. */
    WARNING("Warning"),
    /** The result is not to be used. */
    REFUSAL("Refused");

    private final String word;

    Severity(String word) {
      this.word = word;
    }

    /** Its name for readers: severity is never told by colour alone. */
    public String word() {
      return word;
    }
  }

  /**
   * Lines for signatures.
   *
   * @param statement what a signature means
   * @param roles who signs, such as "Medical physicist"
   */
  record SignOff(String statement, List<String> roles) implements Block {

    /** Copies the list. */
    public SignOff {
      roles = List.copyOf(roles);
    }
  }
}
