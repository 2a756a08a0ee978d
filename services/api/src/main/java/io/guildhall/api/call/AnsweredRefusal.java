package io.guildhall.api.call;

import static java.util.Objects.requireNonNull;

/** A request that is refused with an answer of a form of its own, as a standard or the field has it. It has no stack trace. */
public abstract class AnsweredRefusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    protected AnsweredRefusal(String message) {
        super(requireNonNull(message, "message is null"), null, false, false);
    }

    /** What the client gets. */
    public abstract RestAnswer answer();
}
