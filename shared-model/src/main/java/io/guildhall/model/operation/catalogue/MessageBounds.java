package io.guildhall.model.operation.catalogue;

/** Of messages in channels, also of those that nobody sends by a request. */
public final class MessageBounds {
    /** Characters of what a message says. */
    public static final int MOST_CONTENT = 2000;

    private MessageBounds() {}
}
