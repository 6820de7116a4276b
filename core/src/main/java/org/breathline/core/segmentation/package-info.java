/**
 * Finding organs in images by their density: the body, the lungs and their airways, the spinal
 * canal, the heart (approximately), the domes of the diaphragm, and a tumour in a lung from one
 * click.
 */
@NullMarked
package org.breathline.core.segmentation;

import org.jspecify.annotations.NullMarked;
