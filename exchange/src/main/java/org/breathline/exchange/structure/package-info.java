/** Structures as DICOM RT Structure Sets (PS3.3, A.19) and back. */
@NullMarked
package org.breathline.exchange.structure;

import org.jspecify.annotations.NullMarked;
