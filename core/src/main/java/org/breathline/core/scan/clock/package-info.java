/**
 * How the trace's clock runs against the scanner's: a first answer from the beam-on edges, and what
 * the images say at every couch position.
 */
@NullMarked
package org.breathline.core.scan.clock;

import org.jspecify.annotations.NullMarked;
