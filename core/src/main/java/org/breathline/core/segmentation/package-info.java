/** Finding organs in images by their density: the body and the air of the lungs. */
@NullMarked
package org.breathline.core.segmentation;

import org.jspecify.annotations.NullMarked;
