package io.guildhall.storage;

import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.guildhall.storage.flight.LateFlightException;
import io.guildhall.storage.flight.TooManyFlightsException;
import io.guildhall.storage.request.InvalidRequestException;
import io.guildhall.storage.store.StoreException;
import java.util.concurrent.CompletionException;

/** The gRPC status of everything that can go wrong here; callers in the same process get the same exceptions. */
final class StorageFailures {
    private StorageFailures() {}

    static StatusRuntimeException toStatus(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> toStatus(wrapped.getCause());
            case StatusRuntimeException status -> status;
            case InvalidRequestException invalid -> status(Status.INVALID_ARGUMENT, invalid);
            case TooManyFlightsException tooMany -> status(Status.RESOURCE_EXHAUSTED, tooMany);
            case LateFlightException late -> status(Status.DEADLINE_EXCEEDED, late);
            case StoreException store -> status(status(store.reason()), store);
            default -> status(Status.INTERNAL, failure);
        };
    }

    private static Status status(StoreException.Reason reason) {
        return switch (reason) {
            case OVERLOADED -> Status.RESOURCE_EXHAUSTED;
            case FENCED -> Status.FAILED_PRECONDITION;
            case CLOSED, UNAVAILABLE -> Status.UNAVAILABLE;
            case TIMED_OUT -> Status.DEADLINE_EXCEEDED;
            case FAILED -> Status.INTERNAL;
        };
    }

    private static StatusRuntimeException status(Status status, Throwable failure) {
        return status.withDescription(failure.getMessage()).withCause(failure).asRuntimeException();
    }
}
