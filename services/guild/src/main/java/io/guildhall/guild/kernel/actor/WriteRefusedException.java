package io.guildhall.guild.kernel.actor;

/** The store refused a write before it did anything: nothing was written. */
public final class WriteRefusedException extends StorageUnavailable {
    private static final long serialVersionUID = 1L;

    private final boolean passing;

    /** @param passing true when the store had too much to do: the same write may succeed later; false when it never will */
    public WriteRefusedException(String message, boolean passing, Throwable cause) {
        super(message, cause);
        this.passing = passing;
    }

    public boolean passing() {
        return passing;
    }
}
