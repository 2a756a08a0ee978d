package io.guildhall.model.attachment;

/**
 * Where one file may be put before the message that carries it is sent.
 *
 * @param userId who may send it
 * @param maxSize in bytes
 * @param contentType as the client says; empty when it does not
 * @param expiresAt in ms since 1970
 */
public record UploadSlot(
        long channelId,
        long attachmentId,
        long userId,
        long maxSize,
        String filename,
        String contentType,
        long expiresAt) {}
