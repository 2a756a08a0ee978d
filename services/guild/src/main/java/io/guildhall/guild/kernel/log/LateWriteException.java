package io.guildhall.guild.kernel.log;

/** A write of an earlier epoch has landed since the state was loaded, which therefore lacks it: it must be loaded anew. */
public final class LateWriteException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    LateWriteException(String message) {
        super(message);
    }
}
