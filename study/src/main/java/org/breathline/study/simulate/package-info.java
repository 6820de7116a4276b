/**
 * The whole chain as far as it exists: from a scan to its phases, projections and motion report.
 */
@NullMarked
package org.breathline.study.simulate;

import org.jspecify.annotations.NullMarked;
