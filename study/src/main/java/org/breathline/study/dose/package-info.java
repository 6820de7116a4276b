/** Anyone's RT Plan calculated again on a CT: its dose, what structures get of it, and goals. */
@NullMarked
package org.breathline.study.dose;

import org.jspecify.annotations.NullMarked;
