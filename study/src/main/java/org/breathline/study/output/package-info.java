/**
 * Where results go: an output folder that appears whole or not at all, the provenance written into
 * everything, and JSON.
 */
@NullMarked
package org.breathline.study.output;

import org.jspecify.annotations.NullMarked;
