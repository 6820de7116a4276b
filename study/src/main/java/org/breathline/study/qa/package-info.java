/**
 * The moving-phantom test of scanner and sorting: a phantom file and a scan of it to judged
 * figures, a report and a trend over the dates.
 */
@NullMarked
package org.breathline.study.qa;

import org.jspecify.annotations.NullMarked;
