package io.guildhall.storage.request;

/** A request that does not fit the table catalogue. The message is a sentence for whoever wrote the caller. */
public final class InvalidRequestException extends RuntimeException {
    private static final long serialVersionUID = 1;

    InvalidRequestException(String message) {
        super(message);
    }

    InvalidRequestException(String message, Throwable cause) {
        super(message, cause);
    }
}
