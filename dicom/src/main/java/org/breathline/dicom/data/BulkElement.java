package org.breathline.dicom.data;

/**
 * A large value, such as native pixel data, that stays where it is until asked for.
 *
 * @param tag the tag
 * @param vr OB, OW or another representation of bytes
 * @param data where the value is
 */
public record BulkElement(int tag, Vr vr, BulkData data) implements Element {}
