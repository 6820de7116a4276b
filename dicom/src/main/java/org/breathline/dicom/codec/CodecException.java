package org.breathline.dicom.codec;

import org.breathline.dicom.data.DicomException;
import org.breathline.dicom.data.Tag;

/** A compressed frame is damaged or not of the format that the data set says. */
public final class CodecException extends DicomException {

  private static final long serialVersionUID = 1L;

  CodecException(String problem) {
    super(null, -1, Tag.PIXEL_DATA, problem);
  }

  CodecException(String problem, Throwable cause) {
    this(problem);
    initCause(cause);
  }
}
