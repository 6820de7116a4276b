package org.breathline.core.dose.machine;

import java.io.IOException;

/**
 * A machine file that can't be used; the message names the file, and the line where there is one.
 */
public final class MachineFileException extends IOException {

  private static final long serialVersionUID = 1;

  MachineFileException(String message) {
    super(message);
  }
}
