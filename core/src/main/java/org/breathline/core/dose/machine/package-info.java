/** Machines as data: what their heads send out, and what jaws and leaves let pass of it. */
@NullMarked
package org.breathline.core.dose.machine;

import org.jspecify.annotations.NullMarked;
