/**
 * Pixel data: frames of native and compressed pixel data as samples in memory. Codecs are found by
 * transfer syntax and used as they are, without registering anything with the platform.
 */
@NullMarked
package org.breathline.dicom.codec;

import org.jspecify.annotations.NullMarked;
