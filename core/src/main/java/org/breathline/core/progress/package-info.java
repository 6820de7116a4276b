/** Long work: how it is spread over processors, tells how far it is, and is told to stop. */
@NullMarked
package org.breathline.core.progress;

import org.jspecify.annotations.NullMarked;
