package org.breathline.dicom.io;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.breathline.dicom.data.Dataset;
import org.breathline.dicom.data.Dictionary;
import org.breathline.dicom.data.Tag;
import org.breathline.dicom.data.Vr;

/**
 * What stands before a value (PS3.5, section 7.1.2).
 *
 * @param vr the representation, as written or from the dictionary
 * @param length the bytes of the value; 0xFFFFFFFF is undefined
 * @param hiddenInUn whether a known representation was written as UN, and so as implicit VR
 */
record ElementHeader(Vr vr, long length, boolean hiddenInUn) {

  /** Reads the header after the tag. */
  static ElementHeader read(ByteWindow in, Dataset dataset, int tag, boolean explicit)
      throws IOException {
    if (!explicit) {
      return new ElementHeader(implicit(dataset, tag), in.u32(), false);
    }
    int first = in.peek(0);
    int second = in.peek(1);
    Optional<Vr> written = Vr.find(first, second);
    if (written.isEmpty()) {
      return unknown(in, dataset, tag, first, second);
    }
    in.u16();
    Vr vr = written.get();
    if (vr.lengthBytes() == 2) {
      return new ElementHeader(vr, in.u16(), false);
    }
    in.u16();
    long length = in.u32();
    if (vr == Vr.UN) {
      // Some software passes on elements it does not know as UN (PS3.5, 6.2.2, note 6).
      Vr known = implicit(dataset, tag);
      return new ElementHeader(known, length, known != Vr.UN);
    }
    return new ElementHeader(vr, length, false);
  }

  /** Where no known representation stands: one of the future, or implicit VR in explicit. */
  private static ElementHeader unknown(
      ByteWindow in, Dataset dataset, int tag, int first, int second) throws IOException {
    if (first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z') {
      in.u16();
      return new ElementHeader(Vr.UN, in.u16(), false);
    }
    return new ElementHeader(implicit(dataset, tag), in.u32(), false);
  }

  private static Vr implicit(Dataset dataset, int tag) {
    if (Tag.isPrivate(tag) && Tag.element(tag) > 0xFF) {
      int creator = Tag.of(Tag.group(tag), Tag.element(tag) >> 8);
      return dataset.string(creator).flatMap(name -> Dictionary.privateVr(name, tag)).orElse(Vr.UN);
    }
    List<Vr> possible = Dictionary.vrs(tag);
    if (possible.contains(Vr.SS)
        && dataset.find(Tag.PIXEL_REPRESENTATION).isPresent()
        && isSigned(dataset)
        && possible.contains(Vr.US)) {
      return Vr.SS;
    }
    return Dictionary.vr(tag);
  }

  private static boolean isSigned(Dataset dataset) {
    return dataset.strings(Tag.PIXEL_REPRESENTATION).equals(List.of("1"));
  }
}
