package io.guildhall.messageindex;

/** A search took longer than any may, and was ended: what it found until then would be a part. */
public final class SearchTooLongException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public SearchTooLongException() {
        super("the search took too long");
    }
}
