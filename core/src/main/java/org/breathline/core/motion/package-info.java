/**
 * How structures, lungs and diaphragm move with breathing: paths over the phases, a model of the
 * motion that any moment of a breath can be rendered from, ventilation, and what may be done about
 * the motion at treatment.
 */
@NullMarked
package org.breathline.core.motion;

import org.jspecify.annotations.NullMarked;
