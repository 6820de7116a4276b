/** The command line: arguments to use cases, results to words or JSON. */
@NullMarked
package org.breathline.cli;

import org.jspecify.annotations.NullMarked;
