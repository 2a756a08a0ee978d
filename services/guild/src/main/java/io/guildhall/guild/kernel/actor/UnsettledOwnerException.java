package io.guildhall.guild.kernel.actor;

import java.time.Duration;

/** Who owns the actor is not settled yet: the command is answered with 503, and may be tried again when it says. */
public final class UnsettledOwnerException extends StorageUnavailable {
    private static final long serialVersionUID = 1L;

    private final Duration retryAfter;

    public UnsettledOwnerException(String message, Duration retryAfter) {
        super(message);
        this.retryAfter = retryAfter;
    }

    public Duration retryAfter() {
        return retryAfter;
    }
}
