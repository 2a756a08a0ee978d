package io.guildhall.voicemedia;

import java.util.Optional;

/**
 * The part of an RTP packet that everybody on the way may read, and nobody may change.
 *
 * @param length its bytes: with the contributing sources and, where there is an extension, with the word that says how long it is. The
 *     extension itself is sealed with the payload
 * @param padded the payload ends in bytes that mean nothing
 * @param extensionBytes how much of what is sealed comes before the payload
 */
public record RtpHeader(
        int length,
        boolean padded,
        int extensionBytes,
        boolean marker,
        int payloadType,
        int sequence,
        int timestamp,
        int ssrc) {
    private static final int FIXED = 12;
    private static final int WORD = 4;
    private static final int VERSION = 2;

    /** Empty for what is no header of RTP, or is not all there. */
    public static Optional<RtpHeader> of(byte[] packet, int length) {
        if (length < FIXED || (packet[0] & 0xFF) >>> 6 != VERSION) {
            return Optional.empty();
        }
        boolean extended = (packet[0] & 0x10) != 0;
        int header = FIXED + WORD * (packet[0] & 0x0F);
        if (length < header + (extended ? WORD : 0)) {
            return Optional.empty();
        }
        int extension = extended ? WORD * Bytes.unsigned16(packet, header + 2) : 0;
        return Optional.of(new RtpHeader(
                header + (extended ? WORD : 0),
                (packet[0] & 0x20) != 0,
                extension,
                (packet[1] & 0x80) != 0,
                packet[1] & 0x7F,
                Bytes.unsigned16(packet, 2),
                Bytes.int32(packet, 4),
                Bytes.int32(packet, 8)));
    }

    /** Whether what was sealed, once it is open, is as long as the header says that it is at least. */
    public boolean fits(byte[] opened, int length) {
        int payload = length - extensionBytes;
        if (payload < 0) {
            return false;
        }
        return !padded || (payload > 0 && (opened[length - 1] & 0xFF) >= 1 && (opened[length - 1] & 0xFF) <= payload);
    }
}
