package io.guildhall.guild.kernel.actor;

import com.google.protobuf.ByteString;
import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Fence;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Ticket;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.EventOutbox;
import io.guildhall.observability.process.Guard;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/** An actor's state from one load to the next, in one epoch, with the pipeline of its writes. */
final class Incarnation<S extends Reversible<?>> {
    private static final Logger LOG = Logger.getLogger(Incarnation.class);
    private static final int OK = 200;

    private final ActorKey key;
    private final Behaviour<S> behaviour;
    private final ActorServices services;
    private final Audience audience;
    private final long epoch;
    private final StorageFacade storage;
    private final Pipeline pipeline;
    private final OverlaidStorage overlaid;
    private final S state;
    private long sequence;

    private Incarnation(
            ActorKey key, Behaviour<S> behaviour, ActorServices services, Audience audience, Runnable onFenced) {
        this.key = key;
        this.behaviour = behaviour;
        this.services = services;
        this.audience = audience;
        this.epoch = services.epochs().claim(key, services.storage());
        this.storage = services.storage()
                .fencedBy(Fence.newBuilder()
                        .setActorKind(key.getKindValue())
                        .setActorId(key.getId())
                        .setEpoch(epoch)
                        .build());
        this.pipeline = new Pipeline(storage, services.limits().pipeline(), Pauses.REAL, onFenced);
        this.overlaid = new OverlaidStorage(storage, pipeline);
        audience.begin(epoch);
        this.state = behaviour.load(new ActorContext(key, epoch, overlaid, storage, audience, services.owners()));
        audience.placeHomeless();
    }

    /**
     * Claims the next epoch and loads. Blocks.
     *
     * @param onFenced told once, on any thread, when another owner has claimed a later epoch
     */
    static <S extends Reversible<?>> Incarnation<S> load(
            ActorKey key,
            Behaviour<S> behaviour,
            ActorServices services,
            Audience audience,
            Command first,
            Runnable onFenced) {
        behaviour.requireExists(key, first, services.storage());
        return new Incarnation<>(key, behaviour, services, audience, onFenced);
    }

    long epoch() {
        return epoch;
    }

    /** True once another owner has claimed a later epoch. */
    boolean fenced() {
        return pipeline.fenced();
    }

    /** True while the store does not say what became of a write: nothing new should be begun. */
    boolean stalled() {
        return pipeline.repeating();
    }

    /** Begins what a command will read, before its turn. Any thread; does not block. */
    Optional<Foreseen> foresee(Command command) {
        List<ReadRequest> reads = behaviour.foreseen(key, command);
        return reads.isEmpty() ? Optional.empty() : Optional.of(new Foreseen(reads, storage, pipeline.unsettled()));
    }

    /**
     * Whatever this throws, the command has changed nothing.
     *
     * @param reads that were begun before its turn
     */
    void run(Command command, CompletableFuture<Outcome> outcome, Optional<Foreseen> reads) {
        pipeline.takeUndo().ifPresent(Runnable::run);
        overlaid.use(reads);
        Runnable undo = undo();
        try {
            Changes changes = new Changes();
            Reply reply = behaviour.handle(state, command, changes);
            List<Runnable> effects = effects(changes, command.getTrace());
            pipeline.submit(new Commit(
                    mutations(changes),
                    () -> {
                        effects.forEach(effect -> Guard.PROCESS.run("An effect of a durable change", effect));
                        answer(reply, outcome);
                    },
                    outcome::complete,
                    undo));
        } catch (Throwable failure) {
            undo.run();
            throw failure;
        }
    }

    private Runnable undo() {
        Runnable ofState = state.undo();
        long before = sequence;
        return () -> {
            ofState.run();
            sequence = before;
        };
    }

    /** Blocks until everything is written, then gives the state up. */
    void finish() {
        pipeline.awaitIdle();
        behaviour.released(state);
    }

    private List<Mutation> mutations(Changes changes) {
        if (changes.mutations().isEmpty() || !services.limits().outbox()) {
            return List.copyOf(changes.mutations());
        }
        List<Mutation> mutations = new ArrayList<>(changes.mutations());
        long position = sequence
                - changes.effects().stream()
                        .filter(Effect.Send.class::isInstance)
                        .count();
        for (Effect effect : changes.effects()) {
            if (effect instanceof Effect.Send(Event event)) {
                position++;
                if (event.getOnlySessionsCount() == 0) {
                    mutations.add(outboxRow(position, event));
                }
            }
        }
        return mutations;
    }

    private Mutation outboxRow(long position, Event event) {
        return Write.to(EventOutbox.TABLE, (long) key.getKindValue(), key.getId(), epoch, position)
                .set(EventOutbox.EVENT, event.toByteString())
                .build();
    }

    private List<Runnable> effects(Changes changes, String trace) {
        List<Runnable> effects = new ArrayList<>(changes.effects().size());
        for (Effect effect : changes.effects()) {
            effects.add(prepared(effect, trace));
        }
        return effects;
    }

    private Runnable prepared(Effect effect, String trace) {
        return switch (effect) {
            case Effect.Send(Event event) -> {
                Position position = Position.newBuilder()
                        .setEpoch(epoch)
                        .setSequence(++sequence)
                        .build();
                Event traced = trace.isEmpty()
                        ? event
                        : event.toBuilder().setTrace(trace).build();
                yield () -> audience.send(position, traced);
            }
            case Effect.Listeners listeners -> () -> listeners.change().accept(audience);
            case Effect.Tell tell -> {
                Command traced = trace.isEmpty()
                        ? tell.command()
                        : tell.command().toBuilder().setTrace(trace).build();
                yield () -> services.tells().tell(tell.target(), traced);
            }
            case Effect.After after -> after.action();
        };
    }

    private static void answer(Reply reply, CompletableFuture<Outcome> outcome) {
        switch (reply) {
            case Reply.Ready(int status, ByteString body) ->
                outcome.complete(Outcomes.success(status == Reply.DECLARED ? OK : status, body));
            case Reply.Pullable(List<Ticket> tickets) -> outcome.complete(Outcomes.tickets(tickets));
            case Reply.Later later ->
                Thread.ofVirtual().start(() -> {
                    try {
                        answer(later.work().call(), outcome);
                    } catch (ApiException refused) {
                        outcome.complete(Outcomes.failure(refused.toFailure()));
                    } catch (StorageUnavailable unavailable) {
                        outcome.complete(Outcomes.unavailable("The store can't be reached; try again."));
                    } catch (Throwable failure) {
                        Guard.PROCESS.check(failure);
                        LOG.error("A read outside the mailbox failed", failure);
                        outcome.complete(Outcomes.broken());
                    }
                });
        }
    }
}
