package io.guildhall.storageclient;

import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;

/** What is known of a write that was not acknowledged. */
public enum WriteFailure {
    /** The store had too much to do; nothing was written. */
    SHED,
    /** It does not fit the catalogue, or the caller may not write: nothing was written, nor will it ever be. */
    INVALID,
    /** Another epoch of the fence's actor has been claimed: no attempt will be acknowledged, whether or not one was written. */
    FENCED,
    /** It may have been written, or may still be. */
    UNKNOWN;

    public static WriteFailure of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException answered) {
                return of(answered.getStatus());
            }
            if (cause instanceof StatusException answered) {
                return of(answered.getStatus());
            }
        }
        return UNKNOWN;
    }

    private static WriteFailure of(Status status) {
        return switch (status.getCode()) {
            case RESOURCE_EXHAUSTED -> SHED;
            case INVALID_ARGUMENT, UNAUTHENTICATED, PERMISSION_DENIED, UNIMPLEMENTED -> INVALID;
            case FAILED_PRECONDITION -> FENCED;
            case OK,
                    CANCELLED,
                    UNKNOWN,
                    DEADLINE_EXCEEDED,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    ABORTED,
                    OUT_OF_RANGE,
                    INTERNAL,
                    UNAVAILABLE,
                    DATA_LOSS -> UNKNOWN;
        };
    }

    /** Whether it is certain that the attempt that failed so wrote nothing. */
    boolean nothingWritten() {
        return switch (this) {
            case SHED, INVALID -> true;
            case FENCED, UNKNOWN -> false;
        };
    }
}
