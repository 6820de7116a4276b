package org.breathline.dicom.data;

import java.util.List;

/**
 * A sequence of nested data sets.
 *
 * @param tag the tag
 * @param items the items in order
 */
public record SequenceElement(int tag, List<Dataset> items) implements Element {

  /** Keeps a copy of the list; the items are the given ones. */
  public SequenceElement {
    items = List.copyOf(items);
  }

  @Override
  public Vr vr() {
    return Vr.SQ;
  }
}
