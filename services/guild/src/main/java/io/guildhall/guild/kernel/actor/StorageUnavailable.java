package io.guildhall.guild.kernel.actor;

/** The store could not be asked. The command is answered with 503 and may be tried again. */
public final class StorageUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageUnavailable(String message) {
        super(message);
    }

    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
