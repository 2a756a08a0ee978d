package io.guildhall.gateway.fanin;

/**
 * What a relay sends from one greeting on until it gives this node up. Streams may break and begin anew within it; nothing is lost between
 * them. A later line means that sessions were dropped in between: what still comes of this one is of no use to them.
 */
final class RelayLine {
    /** Of a stream that has not been greeted: it is never over. */
    static final RelayLine UNKNOWN = new RelayLine("", 0);

    private final String relay;
    private final long number;
    private int streams;
    private volatile boolean over;

    RelayLine(String relay, long number) {
        this.relay = relay;
        this.number = number;
    }

    String relay() {
        return relay;
    }

    long number() {
        return number;
    }

    /** True once a later line of the same relay began here. */
    boolean over() {
        return over;
    }

    void end() {
        over = true;
    }

    /** One more stream, or one less; returns how many there are. Under the lock of {@link RelayLines}. */
    int streams(int change) {
        streams += change;
        return streams;
    }
}
