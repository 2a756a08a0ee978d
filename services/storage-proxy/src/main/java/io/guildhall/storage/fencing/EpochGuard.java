package io.guildhall.storage.fencing;

import io.guildhall.model.cluster.Discovery;
import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.catalogue.ActorEpochs;
import io.guildhall.observability.process.Guard;
import io.guildhall.storage.store.StoreException;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Holds the writes of owners against the epochs that have been claimed, where the store itself can not: where a batch and the row of its
 * actor's epoch are on different machines. A write begins, and is acknowledged, only when the answer to a question asked at most
 * {@code trust} before shows its epoch as the last one. So a proxy that never hears of a claim acknowledges nothing older once the
 * claim is {@code trust} old, and what it acknowledged until then was durable. Nor does it go by an answer from before it was last out of
 * discovery, so whoever claims need not wait that long once all whom discovery lists have heard. docs/decisions/0015-fencing.md has the
 * argument.
 *
 * <p>Who writes steadily does not wait for questions: a new one is asked while the last answer still counts. What is known of an actor is
 * forgotten once it does not count any more and nothing of it is under way.
 */
public final class EpochGuard {
    /** A store that answers later than it is trusted can not be written through at all: this many questions for one write. */
    private static final int MOST_QUESTIONS = 3;

    private static final int FEWEST_TO_SWEEP = 1_024;

    private final Epochs epochs;
    private final Duration trust;
    private final LongSupplier nanoTime;
    private final LongSupplier listing;
    private final ConcurrentHashMap<FencedActor, Term> terms = new ConcurrentHashMap<>();
    private volatile int sweepAt = FEWEST_TO_SWEEP;

    /** @param listing as {@link Listing} */
    public EpochGuard(Epochs epochs, Duration trust, LongSupplier nanoTime, LongSupplier listing) {
        this.epochs = epochs;
        this.trust = trust;
        this.nanoTime = nanoTime;
        this.listing = listing;
    }

    /** Writes by the given call, and fails with FENCED when the request's epoch is over before or after. */
    public CompletableFuture<WriteReply> write(WriteRequest request, Supplier<CompletableFuture<WriteReply>> write) {
        if (!request.hasFence()) {
            return write.get().whenComplete((reply, failure) -> hear(request, reply));
        }
        Fence fence = request.getFence();
        FencedActor actor = FencedActor.of(fence);
        Term term = begin(actor, fence.getEpoch());
        return verified(actor, term, fence, MOST_QUESTIONS)
                .thenCompose(before -> write.get())
                .thenCompose(
                        reply -> verified(actor, term, fence, MOST_QUESTIONS).thenApply(after -> reply))
                .whenComplete((reply, failure) -> term.end(fence.getEpoch()));
    }

    /** As {@link io.guildhall.storage.store.Store#claimed}. */
    public CompletableFuture<Duration> claimed(Fence fence) {
        Term term = terms.get(FencedActor.of(fence));
        // Of whom nothing is known the store is asked before anything is written.
        return term == null
                ? CompletableFuture.completedFuture(trust)
                : term.claimed(fence.getEpoch()).thenApply(ended -> trust);
    }

    /** Actors of which something is known. */
    int size() {
        return terms.size();
    }

    private CompletableFuture<Void> verified(FencedActor actor, Term term, Fence fence, int questions) {
        long listed = listing.getAsLong();
        if (listed == Discovery.NO_TERM) {
            return CompletableFuture.failedFuture(new StoreException(
                    StoreException.Reason.UNAVAILABLE,
                    "discovery may not list this proxy; owners must ask another one"));
        }
        return switch (term.standing(fence.getEpoch(), nanoTime.getAsLong(), listed)) {
            case HOLDS -> CompletableFuture.completedFuture(null);
            case HOLDS_FOR_A_WHILE -> {
                ask(actor, term);
                yield CompletableFuture.completedFuture(null);
            }
            case OVER -> CompletableFuture.failedFuture(StoreException.fenced(fence));
            case UNKNOWN ->
                questions == 0
                        ? CompletableFuture.failedFuture(
                                term.knows(fence.getEpoch()) ? Term.unverified() : StoreException.fenced(fence))
                        : ask(actor, term).thenCompose(asked -> verified(actor, term, fence, questions - 1));
        };
    }

    /** Asks, unless a question is on its way: what that one brings counts from when it was asked. */
    private CompletableFuture<Void> ask(FencedActor actor, Term term) {
        CompletableFuture<Void> own = new CompletableFuture<>();
        CompletableFuture<Void> asking = term.asking(own);
        if (asking == own) {
            long listed = listing.getAsLong();
            long at = nanoTime.getAsLong();
            answer(actor).whenComplete((epoch, failure) -> {
                if (failure == null) {
                    term.answered(epoch, at, listed);
                    own.complete(null);
                } else {
                    term.failed();
                    own.completeExceptionally(failure);
                }
            });
        }
        return asking;
    }

    private CompletableFuture<OptionalLong> answer(FencedActor actor) {
        try {
            return epochs.last(actor);
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            return CompletableFuture.failedFuture(failure);
        }
    }

    /** A claim that goes through this proxy is heard of at once. */
    private void hear(WriteRequest request, WriteReply reply) {
        Mutation first = request.getMutations(0);
        if (reply != null
                && reply.getApplied()
                && first.getTable().equals(ActorEpochs.TABLE.name())
                && first.hasUpsert()) {
            FencedActor actor = new FencedActor(
                    first.getUpsert().getKey(0).getLongValue(),
                    first.getUpsert().getKey(1).getLongValue());
            first.getUpsert().getCellsList().stream()
                    .filter(cell -> cell.getColumn() == ActorEpochs.TABLE.indexOf(ActorEpochs.EPOCH))
                    .forEach(cell -> terms.computeIfPresent(actor, (key, term) -> {
                        term.over(cell.getValue().getLongValue());
                        return term;
                    }));
        }
    }

    private Term begin(FencedActor actor, long epoch) {
        if (terms.size() > sweepAt) {
            sweep();
        }
        return terms.compute(actor, (key, known) -> {
            Term term = known == null ? new Term(trust.toNanos()) : known;
            term.begin(epoch);
            return term;
        });
    }

    private synchronized void sweep() {
        if (terms.size() > sweepAt) {
            long now = nanoTime.getAsLong();
            terms.forEach((actor, seen) ->
                    terms.computeIfPresent(actor, (key, term) -> term.isForgettable(now) ? null : term));
            sweepAt = Math.max(FEWEST_TO_SWEEP, 2 * terms.size());
        }
    }
}
