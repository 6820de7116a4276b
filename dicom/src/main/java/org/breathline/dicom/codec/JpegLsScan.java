package org.breathline.dicom.codec;

/**
 * Decodes the lines of a JPEG-LS scan (T.87, annex A for one component, annex B for several). A
 * line holds its samples from index 1 on; before and after them stand those that prediction takes
 * outside the image.
 */
final class JpegLsScan {

  /** J: the order of the run-length codes (T.87, A.2.1). */
  private static final int[] RUN_ORDERS = {
    0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 5, 5, 6, 6, 7, 7, 8, 9, 10, 11, 12, 13,
    14, 15
  };

  private final JpegLsParameters parameters;
  private final JpegLsContexts contexts;
  private final JpegLsBits bits;
  private final int width;
  private final int near;
  private final int wrap;

  JpegLsScan(JpegLsParameters parameters, JpegLsBits bits, int width) {
    this.parameters = parameters;
    this.contexts = new JpegLsContexts(parameters);
    this.bits = bits;
    this.width = width;
    this.near = parameters.near();
    this.wrap = parameters.range() * parameters.step();
  }

  /**
   * Decodes a line of one component.
   *
   * @param previous the line above
   * @param current receives the line
   * @param runIndex the run state of the component
   * @return the run state after the line
   */
  int line(int[] previous, int[] current, int runIndex) throws CodecException {
    prepare(previous, current);
    int run = runIndex;
    int x = 1;
    while (x <= width) {
      int left = current[x - 1];
      int gradients = context(previous, left, x);
      if (gradients != 0) {
        current[x] = regular(gradients, left, previous[x], previous[x - 1]);
        x++;
        continue;
      }
      int end = x;
      while (end <= width && bits.bit() == 1) {
        int length = 1 << RUN_ORDERS[run];
        int fitting = Math.min(length, width + 1 - end);
        end += fitting;
        run = fitting == length ? Math.min(run + 1, 31) : run;
      }
      if (end <= width) {
        end += bits.bits(RUN_ORDERS[run]);
        if (end > width) {
          throw new CodecException("a JPEG-LS run reaches past the end of its line");
        }
      }
      while (x < end) {
        current[x++] = left;
      }
      if (x <= width) {
        current[x] = interruption(left, previous[x], RUN_ORDERS[run], true);
        run = Math.max(run - 1, 0);
        x++;
      }
    }
    return run;
  }

  /** Decodes a line of several components whose samples are interleaved. */
  int line(int[][] previous, int[][] current, int runIndex) throws CodecException {
    int components = current.length;
    for (int i = 0; i < components; i++) {
      prepare(previous[i], current[i]);
    }
    int run = runIndex;
    int x = 1;
    while (x <= width) {
      int[] gradients = new int[components];
      int any = 0;
      for (int i = 0; i < components; i++) {
        gradients[i] = context(previous[i], current[i][x - 1], x);
        any |= gradients[i];
      }
      if (any != 0) {
        for (int i = 0; i < components; i++) {
          current[i][x] =
              regular(gradients[i], current[i][x - 1], previous[i][x], previous[i][x - 1]);
        }
        x++;
        continue;
      }
      int end = x;
      while (end <= width && bits.bit() == 1) {
        int length = 1 << RUN_ORDERS[run];
        int fitting = Math.min(length, width + 1 - end);
        end += fitting;
        run = fitting == length ? Math.min(run + 1, 31) : run;
      }
      if (end <= width) {
        end += bits.bits(RUN_ORDERS[run]);
        if (end > width) {
          throw new CodecException("a JPEG-LS run reaches past the end of its line");
        }
      }
      for (; x < end; x++) {
        for (int i = 0; i < components; i++) {
          current[i][x] = current[i][x - 1];
        }
      }
      if (x <= width) {
        for (int i = 0; i < components; i++) {
          current[i][x] = interruption(current[i][x - 1], previous[i][x], RUN_ORDERS[run], false);
        }
        run = Math.max(run - 1, 0);
        x++;
      }
    }
    return run;
  }

  /** The samples outside the image (T.87, A.2.1). */
  private void prepare(int[] previous, int[] current) {
    current[0] = previous[1];
    previous[width + 1] = previous[width];
  }

  /** The signed context number, 0 for run mode. */
  private int context(int[] previous, int left, int x) {
    int above = previous[x];
    int aboveLeft = previous[x - 1];
    return 81 * quantize(previous[x + 1] - above)
        + 9 * quantize(above - aboveLeft)
        + quantize(aboveLeft - left);
  }

  private int quantize(int gradient) {
    int magnitude = Math.abs(gradient);
    int level;
    if (magnitude <= near) {
      return 0;
    } else if (magnitude < parameters.t1()) {
      level = 1;
    } else if (magnitude < parameters.t2()) {
      level = 2;
    } else if (magnitude < parameters.t3()) {
      level = 3;
    } else {
      level = 4;
    }
    return gradient < 0 ? -level : level;
  }

  private int regular(int signedContext, int left, int above, int aboveLeft) throws CodecException {
    int sign = signedContext < 0 ? -1 : 1;
    int context = Math.abs(signedContext);
    int prediction;
    if (aboveLeft >= Math.max(left, above)) {
      prediction = Math.min(left, above);
    } else if (aboveLeft <= Math.min(left, above)) {
      prediction = Math.max(left, above);
    } else {
      prediction = left + above - aboveLeft;
    }
    int corrected =
        Math.clamp(prediction + (long) sign * contexts.correction(context), 0, parameters.maxVal());
    return reconstruct(corrected, sign * contexts.regularError(context, bits));
  }

  private int interruption(int left, int above, int runBits, boolean mayBeAlike)
      throws CodecException {
    if (mayBeAlike && Math.abs(left - above) <= near) {
      return reconstruct(left, contexts.interruptionError(1, runBits, bits));
    }
    int error = contexts.interruptionError(0, runBits, bits);
    return reconstruct(above, left > above ? -error : error);
  }

  private int reconstruct(int prediction, int error) {
    int value = prediction + error * parameters.step();
    if (value < -near) {
      value += wrap;
    } else if (value > parameters.maxVal() + near) {
      value -= wrap;
    }
    return Math.clamp(value, 0, parameters.maxVal());
  }
}
