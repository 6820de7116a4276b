package org.breathline.study.sort;

import org.breathline.exchange.phase.RespiratoryMark.Kind;

/** Looks at sorted slices while they are at hand, from several threads at once. */
public interface SliceSink {

  /** Looks at nothing. */
  SliceSink NONE =
      new SliceSink() {
        @Override
        public void bin(int bin, int slice, short[] hu) {}

        @Override
        public void projection(Kind kind, int slice, short[] hu) {}
      };

  /**
   * A slice of a bin's volume; slices in gaps do not come.
   *
   * @param bin its number
   * @param slice its index in the order of position
   * @param hu Hounsfield units, only valid during the call
   */
  void bin(int bin, int slice, short[] hu);

  /** A slice of a projection. */
  void projection(Kind kind, int slice, short[] hu);
}
