/**
 * What may be done about breathing motion at treatment: every technique judged by figures of the
 * patient with their sources, a proposal, and the decision, which a person makes.
 */
@NullMarked
package org.breathline.core.motion.management;

import org.jspecify.annotations.NullMarked;
