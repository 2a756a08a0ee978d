package io.guildhall.standalone.moving;

/** An export that can't be imported; the message says to an operator why, and what to do. */
final class ExportException extends Exception {
    private static final long serialVersionUID = 1L;

    ExportException(String message) {
        super(message);
    }
}
