package io.guildhall.objects;

import java.io.IOException;

/** The store does not answer, or refuses for now. Nothing of what was asked may be taken for done. */
public final class ObjectStoreAwayException extends IOException {
    private static final long serialVersionUID = 1L;

    public ObjectStoreAwayException(String message) {
        super(message);
    }

    public ObjectStoreAwayException(String message, Throwable cause) {
        super(message, cause);
    }
}
