/** What a code is, in own words, each statement with its source and date, or "not known". */
@NullMarked
package org.breathline.billing.code;

import org.jspecify.annotations.NullMarked;
