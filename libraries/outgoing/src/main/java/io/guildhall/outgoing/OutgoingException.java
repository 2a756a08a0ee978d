package io.guildhall.outgoing;

import java.io.IOException;

/** There is no answer to a call. */
public final class OutgoingException extends IOException {
    private static final long serialVersionUID = 1L;

    private final Reason reason;

    /** Why there is none. */
    public enum Reason {
        /** The address is none that is ever called: no http or https, no host, a name and password in it. */
        ADDRESS,
        /** The host has no address that may be called. */
        FORBIDDEN,
        /** The host's name is not known. */
        UNKNOWN_HOST,
        /** Too many calls are under way, or their answers take too much memory. */
        BUSY,
        /** The answer is larger than it may be. */
        TOO_LARGE,
        /** It leads on to other addresses too often. */
        REDIRECTS,
        /** There was no whole answer in time. */
        TIMEOUT,
        /** The host can't be reached: nothing was sent. */
        UNREACHABLE,
        /** What the host says is no HTTP, or it says nothing more. */
        BROKEN
    }

    OutgoingException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    OutgoingException(Reason reason, Throwable cause) {
        super(cause.toString(), cause);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
