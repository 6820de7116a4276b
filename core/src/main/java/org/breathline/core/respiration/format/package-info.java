/**
 * Files with breathing traces: Varian .vxp, named-column text, marker positions. {@link
 * org.breathline.core.respiration.format.TraceFiles} is the way in; a file is known by its content,
 * never by its name.
 */
@NullMarked
package org.breathline.core.respiration.format;

import org.jspecify.annotations.NullMarked;
