package io.guildhall.storage.cassandra;

import com.datastax.oss.driver.api.core.AllNodesFailedException;
import com.datastax.oss.driver.api.core.DriverTimeoutException;
import com.datastax.oss.driver.api.core.RequestThrottlingException;
import com.datastax.oss.driver.api.core.connection.ClosedConnectionException;
import com.datastax.oss.driver.api.core.connection.HeartbeatException;
import com.datastax.oss.driver.api.core.servererrors.BootstrappingException;
import com.datastax.oss.driver.api.core.servererrors.CASWriteUnknownException;
import com.datastax.oss.driver.api.core.servererrors.OverloadedException;
import com.datastax.oss.driver.api.core.servererrors.ReadTimeoutException;
import com.datastax.oss.driver.api.core.servererrors.UnavailableException;
import com.datastax.oss.driver.api.core.servererrors.WriteTimeoutException;
import io.guildhall.storage.store.StoreException;
import java.util.concurrent.CompletionException;

/** Says what a failure of the driver means for whoever asked the store. */
final class DriverFailures {
    private DriverFailures() {}

    static StoreException toStoreException(Throwable failure) {
        return switch (failure) {
            case CompletionException wrapped when wrapped.getCause() != null -> toStoreException(wrapped.getCause());
            case StoreException known -> known;
            case DriverTimeoutException late -> timedOut(late);
            case ReadTimeoutException late -> timedOut(late);
            case WriteTimeoutException late -> timedOut(late);
            case CASWriteUnknownException late -> timedOut(late);
            case RequestThrottlingException full ->
                store(StoreException.Reason.OVERLOADED, "overloaded: the driver has too many requests under way", full);
            case AllNodesFailedException nobody -> unavailable(nobody);
            case UnavailableException nobody -> unavailable(nobody);
            case OverloadedException busy -> unavailable(busy);
            case BootstrappingException starting -> unavailable(starting);
            case ClosedConnectionException cut -> unavailable(cut);
            case HeartbeatException cut -> unavailable(cut);
            case IllegalStateException closed
            when "Session is closed".equals(closed.getMessage()) ->
                store(StoreException.Reason.CLOSED, "the store is closed", closed);
            default ->
                store(
                        StoreException.Reason.FAILED,
                        "the cluster refused the request: " + failure.getMessage(),
                        failure);
        };
    }

    private static StoreException timedOut(Throwable failure) {
        return store(
                StoreException.Reason.TIMED_OUT,
                "the cluster did not answer in time: " + failure.getMessage(),
                failure);
    }

    private static StoreException unavailable(Throwable failure) {
        return store(
                StoreException.Reason.UNAVAILABLE,
                "too few nodes of the cluster answer: " + failure.getMessage(),
                failure);
    }

    private static StoreException store(StoreException.Reason reason, String message, Throwable cause) {
        return new StoreException(reason, message, cause);
    }
}
