/**
 * The bill: what a code is and pays, what will become of a claim, and CMS's files imported for it.
 */
@NullMarked
package org.breathline.study.billing;

import org.jspecify.annotations.NullMarked;
