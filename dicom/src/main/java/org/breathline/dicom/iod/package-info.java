/** Typed views of DICOM objects: what their elements mean, in units. */
@NullMarked
package org.breathline.dicom.iod;

import org.jspecify.annotations.NullMarked;
