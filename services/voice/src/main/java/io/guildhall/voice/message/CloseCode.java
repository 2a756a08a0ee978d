package io.guildhall.voice.message;

/** Why a connection of voice is closed. */
public enum CloseCode {
    UNKNOWN_OPCODE(4001, "Unknown opcode"),
    DECODE_ERROR(4002, "Failed to decode payload"),
    NOT_AUTHENTICATED(4003, "Not authenticated"),
    AUTHENTICATION_FAILED(4004, "Authentication failed"),
    ALREADY_AUTHENTICATED(4005, "Already authenticated"),
    SESSION_INVALID(4006, "Session no longer valid"),
    SESSION_TIMED_OUT(4009, "Session timeout"),
    SERVER_NOT_FOUND(4011, "Server not found"),
    UNKNOWN_PROTOCOL(4012, "Unknown protocol"),
    /** The client left the channel, was moved, or lost it. It does not come back by itself. */
    DISCONNECTED(4014, "Disconnected"),
    /** Something failed here; the client resumes. */
    SERVER_CRASHED(4015, "Voice server crashed"),
    UNKNOWN_MODE(4016, "Unknown encryption mode"),
    BAD_REQUEST(4020, "Bad request"),
    RATE_LIMITED(4021, "Rate limited");

    private final int number;
    private final String reason;

    CloseCode(int number, String reason) {
        this.number = number;
        this.reason = reason;
    }

    public int number() {
        return number;
    }

    public String reason() {
        return reason;
    }

    /** Whether the client may go on with its session on another connection. */
    public boolean resumable() {
        return this == SESSION_TIMED_OUT || this == SERVER_CRASHED;
    }
}
