package io.guildhall.storage.moving;

import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.ReadReply;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.observability.process.Guard;
import io.guildhall.storage.cassandra.WriteClock;
import io.guildhall.storage.store.Store;
import io.guildhall.storage.store.StoreException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/**
 * Two stores that get the same writes, while everything else is copied from the first to the second. The first decides: it
 * answers reads, whether a conditional upsert takes place, and whether an owner may still write; the second gets such a write once the
 * first has it. A write is acknowledged when it is durable in both, so that the
 * second can take over at any time without losing one.
 *
 * <p>Both get a mutation under the same time. Where the second fails, or does not answer within its own deadline, the write
 * fails: its outcome is not known, and the two may differ in it. The copy finds that and brings the second to what the first has.
 *
 * <p>The second store must go by the times of writes; the order in which they reach it does not matter then.
 */
public final class DualStore implements Store {
    /** Whose times the writes carry. */
    public enum Times {
        /**
         * Ours, rising in the order in which the first store gets the writes: for a first store that applies writes in that
         * order whatever their times are. What it holds at any moment is then what it got up to some time.
         */
        BY_ARRIVAL,
        /** The caller's; ours for a write without: for a first store that goes by times itself. */
        BY_CALLER
    }

    private final Store first;
    private final Store second;
    private final Times times;
    private final WriteClock clock;
    private final Semaphore room;
    private final int writesAtOnce;
    private final DualObserver observer;
    private final Object order = new Object();

    /**
     * @param clock begins after the last time that the first store knows
     * @param writesAtOnce how many writes may be under way; one more is refused at once
     */
    public DualStore(
            Store first, Store second, Times times, WriteClock clock, int writesAtOnce, DualObserver observer) {
        this.first = first;
        this.second = second;
        this.times = times;
        this.clock = clock;
        this.writesAtOnce = writesAtOnce;
        this.room = new Semaphore(writesAtOnce);
        this.observer = observer;
    }

    @Override
    public CompletableFuture<ReadReply> read(ReadRequest request) {
        return first.read(request);
    }

    @Override
    public CompletableFuture<WriteReply> write(WriteRequest request) {
        if (!room.tryAcquire()) {
            observer.shed();
            return CompletableFuture.failedFuture(new StoreException(
                    StoreException.Reason.OVERLOADED, "overloaded: " + writesAtOnce + " writes wait already"));
        }
        CompletableFuture<WriteReply> reply;
        try {
            reply = mayBeRefused(request) ? firstDecides(request) : writeBoth(request);
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            reply = CompletableFuture.failedFuture(failure);
        }
        return reply.whenComplete((written, failure) -> room.release());
    }

    /** Who may write is said by the first store alone. */
    @Override
    public CompletableFuture<Duration> claimed(Fence fence) {
        return first.claimed(fence);
    }

    /** Both must serve: a store that cannot be written to is not ready. */
    @Override
    public boolean ready() {
        return first.ready() && second.ready();
    }

    @Override
    public void close() {
        try (second) {
            first.close();
        }
    }

    private CompletableFuture<WriteReply> writeBoth(WriteRequest request) {
        CompletableFuture<WriteReply> one;
        CompletableFuture<WriteReply> two;
        synchronized (order) {
            WriteRequest timed = timed(request);
            one = first.write(timed);
            if (one.isCompletedExceptionally()) {
                // Refused at once: nothing was done, so nothing must be done there either.
                return one;
            }
            two = second.write(timed);
        }
        CompletableFuture<WriteReply> both = new CompletableFuture<>();
        one.whenComplete((reply, failure) ->
                two.whenComplete((ignored, otherFailure) -> settle(both, reply, failure, otherFailure)));
        return both;
    }

    /** What the first store took is written to the second without condition. */
    private CompletableFuture<WriteReply> firstDecides(WriteRequest request) {
        WriteRequest timed;
        CompletableFuture<WriteReply> one;
        synchronized (order) {
            timed = timed(request);
            one = first.write(timed);
        }
        return one.thenCompose(reply -> {
            if (!reply.getApplied()) {
                return CompletableFuture.completedFuture(reply);
            }
            CompletableFuture<WriteReply> both = new CompletableFuture<>();
            second.write(plain(timed)).whenComplete((ignored, failure) -> settle(both, reply, null, failure));
            return both;
        });
    }

    private void settle(
            CompletableFuture<WriteReply> both, WriteReply reply, Throwable failure, Throwable otherFailure) {
        if (failure == null && otherFailure == null) {
            observer.written();
            both.complete(reply);
        } else if (otherFailure == null) {
            observer.parted();
            both.completeExceptionally(new StoreException(
                    StoreException.Reason.FAILED,
                    "the write failed, but the second store has it: " + failure.getMessage(),
                    failure));
        } else if (failure == null) {
            observer.parted();
            both.completeExceptionally(new StoreException(
                    StoreException.Reason.FAILED,
                    "the second store may not have the write: " + otherFailure.getMessage(),
                    otherFailure));
        } else {
            failure.addSuppressed(otherFailure);
            both.completeExceptionally(failure);
        }
    }

    private WriteRequest timed(WriteRequest request) {
        boolean ours =
                switch (times) {
                    case BY_ARRIVAL -> true;
                    case BY_CALLER -> request.getTimestamp() == 0;
                };
        return ours
                ? request.toBuilder()
                        .setTimestamp(clock.reserve(request.getMutationsCount()))
                        .build()
                : request;
    }

    private static boolean mayBeRefused(WriteRequest request) {
        return request.hasFence() || isConditional(request.getMutations(0));
    }

    private static boolean isConditional(Mutation mutation) {
        return mutation.getUpsert().getIfAbsent() || mutation.getUpsert().getIfCellsCount() > 0;
    }

    private static WriteRequest plain(WriteRequest taken) {
        WriteRequest.Builder plain = taken.toBuilder().clearFence();
        if (isConditional(taken.getMutations(0))) {
            plain.getMutationsBuilder(0).getUpsertBuilder().setIfAbsent(false).clearIfCells();
        }
        return plain.build();
    }
}
