/** What has an outline: sets of voxels and their connected parts. */
@NullMarked
package org.breathline.core.structure;

import org.jspecify.annotations.NullMarked;
