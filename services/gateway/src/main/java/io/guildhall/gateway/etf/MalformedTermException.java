package io.guildhall.gateway.etf;

/** A message is no term, or one that no client needs. */
public final class MalformedTermException extends Exception {
    private static final long serialVersionUID = 1;

    MalformedTermException(String how) {
        super("The message is a term " + how);
    }
}
