package io.guildhall.rpc;

import io.grpc.Status;
import io.grpc.StatusException;
import io.grpc.StatusRuntimeException;

/** Why a call of a peer failed, as far as the caller has to know. */
public enum CallFailure {
    /** The peer could not be reached; nothing of the call has left this process. */
    UNSENT,
    /** The connection broke, or nobody knows whether it stood: the peer may or may not have done what was asked. */
    UNREACHABLE,
    /** No answer before the deadline: it may or may not have done what was asked. */
    LATE,
    /** The peer has too much to do and did nothing. */
    OVERLOADED,
    /** The peer does not accept this cluster's secret, or does not have the service: a mistake in the set-up. */
    REFUSED,
    /** The peer failed; asking it again would hardly help. */
    BROKEN;

    /** What the failure of a call over the network, or of one within the process, amounts to. */
    public static CallFailure of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof StatusRuntimeException answered) {
                return of(answered.getStatus());
            }
            if (cause instanceof StatusException answered) {
                return of(answered.getStatus());
            }
        }
        return BROKEN;
    }

    private static CallFailure of(Status status) {
        return switch (status.getCode()) {
            case UNAVAILABLE -> SentMark.isUnsent(status) ? UNSENT : UNREACHABLE;
            case CANCELLED, ABORTED -> UNREACHABLE;
            case DEADLINE_EXCEEDED -> LATE;
            case RESOURCE_EXHAUSTED -> OVERLOADED;
            case UNAUTHENTICATED, PERMISSION_DENIED, UNIMPLEMENTED -> REFUSED;
            case OK,
                    UNKNOWN,
                    INVALID_ARGUMENT,
                    NOT_FOUND,
                    ALREADY_EXISTS,
                    FAILED_PRECONDITION,
                    OUT_OF_RANGE,
                    INTERNAL,
                    DATA_LOSS -> BROKEN;
        };
    }

    /** True when another attempt, at another node or a moment later, may well succeed. */
    public boolean passing() {
        return switch (this) {
            case UNSENT, UNREACHABLE, LATE, OVERLOADED -> true;
            case REFUSED, BROKEN -> false;
        };
    }
}
