package org.breathline.dicom.data;

import java.util.List;

/**
 * Compressed pixel data in fragments (PS3.5, annex A.4).
 *
 * @param tag the tag, always pixel data
 * @param offsetTable the basic offset table: for every frame the offset of its first fragment's
 *     item, from the first byte after the table's item; empty if there is none
 * @param fragments the fragments in order
 */
public record EncapsulatedElement(int tag, List<Long> offsetTable, List<BulkData> fragments)
    implements Element {

  /** Keeps copies of the lists. */
  public EncapsulatedElement {
    offsetTable = List.copyOf(offsetTable);
    fragments = List.copyOf(fragments);
  }

  @Override
  public Vr vr() {
    return Vr.OB;
  }
}
