package io.guildhall.outgoing;

import io.guildhall.outgoing.OutgoingException.Reason;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Resolves names with an end in time. The system's resolver blocks its thread, also a virtual one's carrier, so a few threads are there
 * for it alone; when they all wait, {@value #WAITING} more lookups do too, and others are refused.
 */
final class Lookups implements AutoCloseable {
    private static final int THREADS = 8;
    private static final int WAITING = 64;
    private static final long IDLE_SECONDS = 30;

    private final Resolver resolver;
    private final ThreadPoolExecutor threads = new ThreadPoolExecutor(
            THREADS,
            THREADS,
            IDLE_SECONDS,
            TimeUnit.SECONDS,
            new ArrayBlockingQueue<>(WAITING),
            Thread.ofPlatform().daemon().name("lookup-", 0).factory());

    Lookups(Resolver resolver) {
        this.resolver = resolver;
        threads.allowCoreThreadTimeOut(true);
    }

    List<InetAddress> find(String host, long nanos) throws OutgoingException {
        Future<List<InetAddress>> lookup = begin(host);
        try {
            return lookup.get(nanos, TimeUnit.NANOSECONDS);
        } catch (TimeoutException late) {
            throw new OutgoingException(Reason.TIMEOUT, "no address of " + host + " in time");
        } catch (ExecutionException failed) {
            Reason reason = failed.getCause() instanceof UnknownHostException ? Reason.UNKNOWN_HOST : Reason.BROKEN;
            throw new OutgoingException(reason, failed.getCause());
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new OutgoingException(Reason.BROKEN, stopped);
        } finally {
            lookup.cancel(true);
        }
    }

    private Future<List<InetAddress>> begin(String host) throws OutgoingException {
        try {
            return threads.submit(() -> resolver.resolve(host));
        } catch (RejectedExecutionException full) {
            throw new OutgoingException(Reason.BUSY, full);
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
