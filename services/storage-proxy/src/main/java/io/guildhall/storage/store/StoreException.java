package io.guildhall.storage.store;

import static java.util.Objects.requireNonNull;

import io.guildhall.model.rpc.Fence;

/** Why a store could not do what it was asked to. The message is a sentence for the operator. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1;

    /** What the caller can do about it. */
    public enum Reason {
        /** Too much waits already: try again later. Nothing was done. */
        OVERLOADED,
        /** The store is closing or closed. Nothing was done. */
        CLOSED,
        /** The write's fence is of an epoch that is over. It is not acknowledged, whether or not it was done. */
        FENCED,
        /** Too little of the store could be reached: try again soon. Whether a write took place is not known. */
        UNAVAILABLE,
        /** The store did not answer in time. Whether a write took place is not known; it may still. */
        TIMED_OUT,
        /** The store broke. Whether a write took place is not known. */
        FAILED
    }

    private final Reason reason;

    public StoreException(Reason reason, String message) {
        this(reason, message, null);
    }

    public StoreException(Reason reason, String message, Throwable cause) {
        super(message, cause);
        this.reason = requireNonNull(reason, "reason is null");
    }

    public static StoreException fenced(Fence fence) {
        return new StoreException(
                Reason.FENCED,
                "epoch " + fence.getEpoch() + " of actor " + fence.getActorKind() + "/"
                        + Long.toUnsignedString(fence.getActorId()) + " is over");
    }

    public Reason reason() {
        return reason;
    }

    /** False when a write may have taken place all the same. */
    public boolean nothingWasDone() {
        return switch (reason) {
            case OVERLOADED, CLOSED -> true;
            case FENCED, UNAVAILABLE, TIMED_OUT, FAILED -> false;
        };
    }
}
