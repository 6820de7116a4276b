/** How scanners say which breathing phase a slice belongs to, vendor by vendor. */
@NullMarked
package org.breathline.exchange.phase;

import org.jspecify.annotations.NullMarked;
