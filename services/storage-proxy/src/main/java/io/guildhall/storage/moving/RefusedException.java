package io.guildhall.storage.moving;

/** A move cannot work with things as they are, however often it is tried. The message is a sentence for the operator. */
public final class RefusedException extends Exception {
    private static final long serialVersionUID = 1;

    public RefusedException(String sentence) {
        this(sentence, null);
    }

    public RefusedException(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
