/**
 * Volumes as files of the research tools: MetaImage (.mha, .mhd with .raw) and NRRD (.nrrd, .nhdr
 * with .raw). {@link org.breathline.core.image.format.VolumeFiles} reads and writes them, {@link
 * org.breathline.core.image.format.VolumeWriter} writes slice by slice.
 */
@NullMarked
package org.breathline.core.image.format;

import org.jspecify.annotations.NullMarked;
