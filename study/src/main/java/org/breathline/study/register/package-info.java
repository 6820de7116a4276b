/** Registers two volumes in files and says how well. */
@NullMarked
package org.breathline.study.register;

import org.jspecify.annotations.NullMarked;
