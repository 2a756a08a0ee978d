package io.guildhall.model.gateway;

import java.util.Optional;

/**
 * Why the gateway closes a connection. A client that was closed with a code that is not reconnectable must not try again
 * with the same IDENTIFY; one whose session is not resumable must identify anew.
 */
public enum CloseCode {
    UNKNOWN_ERROR(4000, true, true, "Unknown error."),
    UNKNOWN_OPCODE(4001, true, true, "Unknown opcode."),
    DECODE_ERROR(4002, true, true, "Error while decoding payload."),
    NOT_AUTHENTICATED(4003, true, false, "Not authenticated."),
    AUTHENTICATION_FAILED(4004, false, false, "Authentication failed."),
    ALREADY_AUTHENTICATED(4005, true, true, "Already authenticated."),
    INVALID_SEQUENCE(4007, true, false, "Invalid sequence."),
    RATE_LIMITED(4008, true, true, "Rate limited."),
    SESSION_TIMED_OUT(4009, true, false, "Session timed out."),
    INVALID_SHARD(4010, false, false, "Invalid shard."),
    SHARDING_REQUIRED(4011, false, false, "Sharding required."),
    INVALID_API_VERSION(4012, false, false, "Invalid API version."),
    INVALID_INTENTS(4013, false, false, "Invalid intent(s)."),
    DISALLOWED_INTENTS(4014, false, false, "Disallowed intent(s).");

    private final int number;
    private final boolean reconnectable;
    private final boolean resumable;
    private final String reason;

    CloseCode(int number, boolean reconnectable, boolean resumable, String reason) {
        this.number = number;
        this.reconnectable = reconnectable;
        this.resumable = resumable;
        this.reason = reason;
    }

    public int number() {
        return number;
    }

    /** True when the client may connect again. */
    public boolean reconnectable() {
        return reconnectable;
    }

    /** True when the session lives on and may be resumed. */
    public boolean resumable() {
        return resumable;
    }

    /** The reason text of the close frame. */
    public String reason() {
        return reason;
    }

    public static Optional<CloseCode> find(int number) {
        for (CloseCode code : values()) {
            if (code.number == number) {
                return Optional.of(code);
            }
        }
        return Optional.empty();
    }
}
