package io.guildhall.storage.tool;

/** How a command ends. Scripts may rely on the numbers. */
public enum ExitStatus {
    DONE(0),
    /** Something failed; the sentence on standard error says what. Doing it again may help once that is put right. */
    FAILED(1),
    /** Everything was compared and is not the same. */
    DIFFERENT(2),
    /** The command was called in a way that it does not understand. */
    USAGE(64),
    /** A store cannot be reached now: the same command may succeed later. */
    UNREACHABLE(69),
    /** What is asked for cannot work with things as they are configured: repeating it is useless. */
    REFUSED(78);

    private final int code;

    ExitStatus(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
