package org.breathline.billing.x12;

import org.jspecify.annotations.Nullable;

/**
 * Who sends a file (loop 1000A) and how it is sent.
 *
 * @param name of the organisation
 * @param id that the receiver knows it by
 * @param contact a person's or desk's name
 * @param phone digits alone
 * @param receiverName the clearing house, or absent: the payer
 * @param receiverId that of the receiver, or absent: the payer's
 */
public record Submitter(
    String name,
    String id,
    String contact,
    String phone,
    @Nullable String receiverName,
    @Nullable String receiverId) {}
