package org.breathline.dicom.io;

import java.nio.file.Path;
import org.breathline.dicom.data.DicomException;
import org.jspecify.annotations.Nullable;

/** A file is no DICOM file: it has neither the prefix DICM nor the beginning of a data set. */
public final class NotDicomException extends DicomException {

  private static final long serialVersionUID = 1L;

  NotDicomException(@Nullable Path file, String problem) {
    super(file, -1, null, problem);
  }
}
