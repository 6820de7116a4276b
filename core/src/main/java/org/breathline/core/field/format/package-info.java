/** Displacement fields as vector files of the research tools: MetaImage and NRRD. */
@NullMarked
package org.breathline.core.field.format;

import org.jspecify.annotations.NullMarked;
