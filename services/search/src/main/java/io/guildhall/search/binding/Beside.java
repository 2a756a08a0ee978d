package io.guildhall.search.binding;

import io.guildhall.search.index.Destination;

/**
 * An index that a home has in its cell beside the one that is searched, on its way from one to the other. Nodes use a binding for a short time after it
 * was changed, so each step is made only when all of them know of the one before.
 *
 * @param since when this phase began, in ms since 1970
 */
public record Beside(Destination where, Phase phase, long since) {
    /** The names are stored. */
    public enum Phase {
        /** Told of all that happens, and then filled from the store: it will be searched. */
        COMING,
        /** Was searched before, and still is by nodes that have not heard of the other one, so it is told of all that happens. */
        GOING,
        /** Nobody's: what the home has there goes. */
        LEFT
    }

    /** Whether it is told of what becomes of messages. */
    boolean isWritten() {
        return switch (phase) {
            case COMING, GOING -> true;
            case LEFT -> false;
        };
    }

    Beside in(Phase next, long now) {
        return new Beside(where, next, now);
    }
}
