/** Masks as DICOM Segmentations (PS3.3, A.51). */
@NullMarked
package org.breathline.exchange.segmentation;

import org.jspecify.annotations.NullMarked;
