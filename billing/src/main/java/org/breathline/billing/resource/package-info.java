/** Data that people write and read: YAML files into records, strictly. */
@NullMarked
package org.breathline.billing.resource;

import org.jspecify.annotations.NullMarked;
