package io.guildhall.voicemedia;

/** What a datagram at the port of media is. Everything comes to one port, and its first bytes tell what it is. */
public enum PacketKind {
    /** Eight bytes that are answered with eight. */
    PING,
    /** What clients send so that routers on the way remember them. Nobody answers it. */
    KEEP_ALIVE,
    /** A client asks from where its packets come. */
    DISCOVERY,
    STUN,
    DTLS,
    RTP,
    RTCP,
    UNKNOWN;

    /** The shortest packet with a header of RTP or RTCP that says who sends it. */
    private static final int SHORTEST_MEDIA = 12;

    private static final int FIRST_OF_RTCP = 192;
    private static final int LAST_OF_RTCP = 223;

    public static PacketKind of(byte[] packet, int length) {
        if (length <= Ping.LENGTH) {
            return Ping.is(packet, length) ? PING : KEEP_ALIVE;
        }
        if (IpDiscovery.asks(packet, length)) {
            return DISCOVERY;
        }
        int first = packet[0] & 0xFF;
        if (first <= 3) {
            return STUN;
        }
        if (first >= 20 && first <= 63) {
            return DTLS;
        }
        if (first >= 128 && first <= 191 && length >= SHORTEST_MEDIA) {
            int second = packet[1] & 0xFF;
            return second >= FIRST_OF_RTCP && second <= LAST_OF_RTCP ? RTCP : RTP;
        }
        return UNKNOWN;
    }
}
