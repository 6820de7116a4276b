/** The use cases that join the modules, each with progress and cancellation. */
@NullMarked
package org.breathline.study;

import org.jspecify.annotations.NullMarked;
