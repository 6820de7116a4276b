/** DICOM data sets in memory: elements, value representations, sequences, the dictionary. */
@NullMarked
package org.breathline.dicom.data;

import org.jspecify.annotations.NullMarked;
