/**
 * Whether a displacement field may be used: what is measured on it ({@link
 * org.breathline.core.registration.quality.FieldQuality}), the verdict with its reasons ({@link
 * org.breathline.core.registration.quality.QualityGate}), and the request and report of AAPM Task
 * Group 132 (Brock et al., Med. Phys. 44, e43 (2017)).
 */
@NullMarked
package org.breathline.core.registration.quality;

import org.jspecify.annotations.NullMarked;
