package io.guildhall.search.binding;

/** There is no cell to which something could be bound. */
public final class NoCellException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public NoCellException(String message) {
        super(message);
    }
}
