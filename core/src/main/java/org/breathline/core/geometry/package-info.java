/**
 * Points, directions and sampling grids in patient space: millimetres, LPS (x to the patient's
 * left, y to posterior, z to superior), as in DICOM PS3.3 C.7.6.2.1.1.
 */
@NullMarked
package org.breathline.core.geometry;

import org.jspecify.annotations.NullMarked;
