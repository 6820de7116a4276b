/** CT images: timed scans and phase series from DICOM files and back. */
@NullMarked
package org.breathline.exchange.ct;

import org.jspecify.annotations.NullMarked;
