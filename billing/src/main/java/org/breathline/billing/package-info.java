/**
 * From a documented motion management simulation (CPT 77293) to the bill for it: what the code is,
 * what it pays, what the rules say of a claim. Nothing here knows of DICOM.
 */
@NullMarked
package org.breathline.billing;

import org.jspecify.annotations.NullMarked;
