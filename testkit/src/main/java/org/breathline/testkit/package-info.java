/**
 * What tests of every module share: seeded cases, the data locator, the record of what was proved.
 */
@NullMarked
package org.breathline.testkit;

import org.jspecify.annotations.NullMarked;
