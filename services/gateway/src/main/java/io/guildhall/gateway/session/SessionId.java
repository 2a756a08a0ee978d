package io.guildhall.gateway.session;

import java.util.Optional;

/**
 * A session's id as clients know it: the node that opened it, its number there, and a secret, so that nobody resumes a
 * session by counting. It stays the same when the session moves to another node.
 */
public record SessionId(String node, long number, long secret) {
    private static final char SEPARATOR = '.';
    private static final int RADIX = 16;

    public static Optional<SessionId> parse(String text) {
        int last = text.lastIndexOf(SEPARATOR);
        int middle = last < 0 ? -1 : text.lastIndexOf(SEPARATOR, last - 1);
        if (middle <= 0) {
            return Optional.empty();
        }
        try {
            long number = Long.parseUnsignedLong(text, middle + 1, last, RADIX);
            long secret = Long.parseUnsignedLong(text, last + 1, text.length(), RADIX);
            return Optional.of(new SessionId(text.substring(0, middle), number, secret));
        } catch (NumberFormatException malformed) {
            return Optional.empty();
        }
    }

    @Override
    public String toString() {
        return node
                + SEPARATOR
                + Long.toUnsignedString(number, RADIX)
                + SEPARATOR
                + Long.toUnsignedString(secret, RADIX);
    }
}
