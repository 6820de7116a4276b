package org.breathline.dicom.io;

import java.io.IOException;
import java.util.Optional;
import org.breathline.dicom.data.TransferSyntax;
import org.breathline.dicom.data.Vr;

/** Sees from the first element of a data set how it is really encoded. */
final class EncodingGuess {

  private EncodingGuess() {}

  /**
   * Whether a bare data set begins here: an element of group 2 or 8, the first that real ones have.
   */
  static boolean startsDataset(ByteWindow window) throws IOException {
    if (window.remaining() < 8) {
      return false;
    }
    int first = window.peek(0);
    int second = window.peek(1);
    boolean little = second == 0 && (first == 2 || first == 8);
    boolean big = first == 0 && (second == 2 || second == 8);
    if (!little && !big) {
      return false;
    }
    if (isExplicit(window)) {
      return true;
    }
    // Implicit: the length has to lie inside the file.
    long length = 0;
    for (int i = 0; i < 4; i++) {
      length = (length << 8) | window.peek(little ? 7 - i : 4 + i);
    }
    return little && length <= window.remaining() - 8;
  }

  /**
   * The transfer syntax that the first element shows, given the one that the meta information
   * names.
   */
  static TransferSyntax check(ByteWindow window, Optional<TransferSyntax> named)
      throws IOException {
    if (window.remaining() < 8) {
      return named.orElse(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
    }
    boolean explicit = isExplicit(window);
    if (named.isPresent() && named.get().isExplicitVr() == explicit) {
      return named.get();
    }
    if (named.isPresent() && named.get().isEncapsulated()) {
      return named.get();
    }
    if (!explicit) {
      return TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
    }
    // The first group is a small number: in big endian its first byte is 0.
    boolean big = window.peek(0) == 0 && window.peek(1) != 0;
    return big ? TransferSyntax.EXPLICIT_VR_BIG_ENDIAN : TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
  }

  private static boolean isExplicit(ByteWindow window) throws IOException {
    return Vr.find(window.peek(4), window.peek(5)).isPresent();
  }
}
