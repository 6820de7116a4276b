package org.breathline.dicom.data;

/** A data element: a tag, its value representation and a value. */
public sealed interface Element
    permits ValueElement, SequenceElement, BulkElement, EncapsulatedElement {

  /** The tag, see {@link Tag}. */
  int tag();

  /** The value representation. */
  Vr vr();
}
