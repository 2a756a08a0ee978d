package io.guildhall.observability.logging;

/** Stands in a log for an exception whose message, or the message of a cause, has a secret in it. */
final class RedactedException extends Exception {
    /** Causes beyond this many are left out. */
    private static final int MAX_CAUSES = 20;

    private static final long serialVersionUID = 1;

    private final String text;

    private RedactedException(Throwable original, Throwable cause) {
        super(null, cause, false, true);
        this.text = SecretRedaction.redact(String.valueOf(original));
        setStackTrace(original.getStackTrace());
    }

    /** Whether this exception, one that it suppressed or a cause says something that must not be in a log. */
    static boolean needed(Throwable thrown) {
        return needed(thrown, 0);
    }

    static RedactedException of(Throwable thrown) {
        return of(thrown, 0);
    }

    @Override
    public String toString() {
        return text;
    }

    private static boolean needed(Throwable thrown, int depth) {
        if (thrown == null || depth > MAX_CAUSES) {
            return false;
        }
        String text = String.valueOf(thrown);
        if (!SecretRedaction.redact(text).equals(text)) {
            return true;
        }
        for (Throwable suppressed : thrown.getSuppressed()) {
            if (needed(suppressed, depth + 1)) {
                return true;
            }
        }
        return needed(thrown.getCause(), depth + 1);
    }

    private static RedactedException of(Throwable thrown, int depth) {
        boolean last = thrown.getCause() == null || depth >= MAX_CAUSES;
        return new RedactedException(thrown, last ? null : of(thrown.getCause(), depth + 1));
    }
}
