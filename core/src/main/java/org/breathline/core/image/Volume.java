package org.breathline.core.image;

import org.breathline.core.geometry.Grid;

/** Samples on a grid, in Hounsfield units unless said otherwise; x runs fastest. */
public sealed interface Volume permits ShortVolume, FloatVolume {

  /** Where the samples are. */
  Grid grid();

  /** The sample at a memory offset (see {@link Grid#offset}). */
  float at(int offset);
}
