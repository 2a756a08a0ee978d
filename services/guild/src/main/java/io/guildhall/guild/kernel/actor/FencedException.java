package io.guildhall.guild.kernel.actor;

/**
 * Another epoch of the actor has been claimed: this owner's writes are not acknowledged any more, whether or not they were written.
 * It has to give the actor up.
 */
public final class FencedException extends StorageUnavailable {
    private static final long serialVersionUID = 1L;

    public FencedException(String message, Throwable cause) {
        super(message, cause);
    }
}
