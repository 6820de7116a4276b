/** What the tests of the DICOM toolkit share. */
@NullMarked
package org.breathline.dicom;

import org.jspecify.annotations.NullMarked;
