package io.guildhall.guild.kernel.actor;

/**
 * The store could not be asked, or did not acknowledge a write: what became of it is not known, unless a subclass says so. The
 * command is answered with 503 and may be tried again.
 */
public class StorageUnavailable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StorageUnavailable(String message) {
        super(message);
    }

    public StorageUnavailable(String message, Throwable cause) {
        super(message, cause);
    }
}
