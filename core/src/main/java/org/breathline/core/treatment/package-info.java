/**
 * What the machine is told to do to the patient: beams and where they stand (IEC 61217), jaws and
 * leaves, monitor units, the plan. Nothing here knows a dose.
 */
@NullMarked
package org.breathline.core.treatment;

import org.jspecify.annotations.NullMarked;
