/**
 * DICOM files (PS3.10): reading, writing, and what a folder holds. Reading takes any file that
 * other toolkits take, within bounds; writing makes strict ones.
 */
@NullMarked
package org.breathline.dicom.io;

import org.jspecify.annotations.NullMarked;
