package io.guildhall.objects.s3;

import io.guildhall.objects.ObjectStoreAwayException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jboss.logging.Logger;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.s3.model.S3Exception;

/**
 * Calls of the store. One that failed to answer is left alone for a while, in which everything fails at once: so requests do not pile up before
 * a store that is away.
 */
final class StoreCalls {
    private static final Logger LOG = Logger.getLogger(StoreCalls.class);
    private static final int NOT_FOUND = 404;
    private static final int SERVER_ERRORS = 500;

    private final long restNanos;
    private final LongSupplier nanos;
    private final AtomicLong restsUntil;
    private volatile boolean away;

    /** @param nanos a clock that never goes back */
    StoreCalls(long restNanos, LongSupplier nanos) {
        this.restNanos = restNanos;
        this.nanos = nanos;
        this.restsUntil = new AtomicLong(nanos.getAsLong());
    }

    boolean answers() {
        return !away;
    }

    /** Empty for what is not there. */
    <T> Optional<T> find(Supplier<T> call) throws ObjectStoreAwayException {
        if (nanos.getAsLong() - restsUntil.get() < 0) {
            throw new ObjectStoreAwayException("the object store is left alone");
        }
        try {
            T answer = call.get();
            answered();
            return Optional.of(answer);
        } catch (S3Exception refused) {
            if (refused.statusCode() < SERVER_ERRORS) {
                answered();
            } else {
                rest(refused);
            }
            if (refused.statusCode() == NOT_FOUND && !"NoSuchBucket".equals(code(refused))) {
                return Optional.empty();
            }
            throw new ObjectStoreAwayException("the object store refuses: " + refused.getMessage(), refused);
        } catch (SdkException | UncheckedIOException failure) {
            rest(failure);
            throw new ObjectStoreAwayException("the object store does not answer: " + failure.getMessage(), failure);
        }
    }

    /** What has to be there. */
    <T> T ask(Supplier<T> call) throws ObjectStoreAwayException {
        return find(call).orElseThrow(() -> new ObjectStoreAwayException("the object store has not got what it had"));
    }

    private static String code(S3Exception refused) {
        return refused.awsErrorDetails() == null
                ? ""
                : refused.awsErrorDetails().errorCode();
    }

    private void rest(Exception failure) {
        restsUntil.set(nanos.getAsLong() + restNanos);
        if (!away) {
            LOG.warnf("The object store does not answer: %s", failure);
        }
        away = true;
    }

    private void answered() {
        if (away) {
            LOG.info("The object store answers again");
        }
        away = false;
    }
}
