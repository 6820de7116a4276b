package org.breathline.cli;

/** What scripts may rely on. */
final class ExitCode {

  static final int FAULT = 1;
  static final int USAGE = 2;
  static final int BAD_INPUT = 3;
  static final int REFUSED = 4;
  static final int CANCELLED = 130;

  private ExitCode() {}
}
