/**
 * What has an outline: structures as they are drawn, regions as sets of voxels or by a function
 * whose zero is their surface, the ways between them, margins and comparison.
 */
@NullMarked
package org.breathline.core.structure;

import org.jspecify.annotations.NullMarked;
