package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.guild.kernel.log.ListedActor;
import io.guildhall.guild.kernel.log.Log;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Errand;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Ticket;
import io.guildhall.model.table.RowView;
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

    /**
     * How it asks for a turn in the mailbox, on any thread.
     *
     * @param fenced once, when another owner has claimed a later epoch
     * @param settle when the log's readers have come further
     */
    record Signals(Runnable fenced, Runnable settle) {}

    private final Behaviour<S> behaviour;
    private final ActorServices services;
    private final Audience audience;
    private final long term;
    private final Claimed claimed;
    private final StorageFacade storage;
    private final Pipeline pipeline;
    private final OverlaidStorage overlaid;
    private final ActorContext context;
    private final Log log;
    private volatile Optional<S> state = Optional.empty();

    private Incarnation(
            ActorKey key, Behaviour<S> behaviour, ActorServices services, Audience audience, Signals signals) {
        this.behaviour = behaviour;
        this.services = services;
        this.audience = audience;
        this.term = services.discovery().term();
        long asked = services.clock().millis();
        long epoch = services.epochs().claim(key, services.storage());
        this.claimed = new Claimed(epoch, asked);
        this.storage = services.storage().fencedBy(EpochClaim.fence(key, epoch));
        this.pipeline = new Pipeline(storage, services.limits().pipeline(), Pauses.REAL, signals.fenced());
        this.overlaid = new OverlaidStorage(storage, pipeline);
        audience.begin(epoch);
        this.context = new ActorContext(key, epoch, overlaid, storage, audience, services.owners());
        this.log = services.logs().open(key, epoch, overlaid::read, signals.settle());
    }

    /** Claims the next epoch and loads the state that the command needs. Blocks. */
    static <S extends Reversible<?>> Incarnation<S> load(
            ActorKey key,
            Behaviour<S> behaviour,
            ActorServices services,
            Audience audience,
            Command first,
            Signals signals) {
        behaviour.requireExists(key, each(first).getFirst(), services.storage());
        Incarnation<S> incarnation = new Incarnation<>(key, behaviour, services, audience, signals);
        try {
            incarnation.state = Optional.of(incarnation.loaded());
        } catch (Throwable failure) {
            incarnation.log.close();
            throw failure;
        }
        return incarnation;
    }

    /**
     * Claims the next epoch without a state, which the first command loads: enough to deliver what the log holds, also that of
     * a guild that is deleted. Blocks.
     */
    static <S extends Reversible<?>> Incarnation<S> forLog(
            ActorKey key, Behaviour<S> behaviour, ActorServices services, Audience audience, Signals signals) {
        return new Incarnation<>(key, behaviour, services, audience, signals);
    }

    long epoch() {
        return context.epoch();
    }

    Claimed claimed() {
        return claimed;
    }

    /** True once another owner has claimed a later epoch. */
    boolean fenced() {
        return pipeline.fenced();
    }

    /** True when this node did not count as alive at some time since it claimed: others may have changed what is stored. */
    boolean interrupted() {
        return services.discovery().term() != term;
    }

    /** True while the store does not say what became of a write: nothing new should be begun. */
    boolean stalled() {
        return pipeline.repeating();
    }

    /** Whether the log holds nothing that waits. Any thread. */
    boolean isSettled() {
        return log.isSettled();
    }

    /** Begins what a command will read, before its turn. Any thread; does not block. */
    Optional<Foreseen> foresee(Command command) {
        List<ReadRequest> reads = new ArrayList<>();
        for (Command each : each(command)) {
            reads.addAll(behaviour.foreseen(context.key(), each));
            state.ifPresent(present -> reads.addAll(behaviour.foreseen(present, each)));
        }
        return reads.isEmpty()
                ? Optional.empty()
                : Optional.of(new Foreseen(
                        reads, (read, rows) -> following(command, read, rows), storage, pipeline.unsettled()));
    }

    private List<ReadRequest> following(Command command, ReadRequest read, List<RowView> rows) {
        return each(command).stream()
                .flatMap(each -> behaviour.following(each, read, rows).stream())
                .toList();
    }

    /**
     * Whatever this throws, the command has changed nothing.
     *
     * @param reads that were begun before its turn
     */
    void run(Command command, CompletableFuture<Outcome> outcome, Optional<Foreseen> reads) {
        begin();
        overlaid.use(reads);
        if (command.hasMessages()) {
            List<Command> messages = command.getMessages().getCommandsList();
            pipeline.together(() -> Together.handle(messages, this::run, outcome));
        } else {
            run(command, outcome);
        }
    }

    private void run(Command command, CompletableFuture<Outcome> outcome) {
        S present = state(command);
        Runnable undo = undo();
        try {
            run(present, command, outcome, undo);
        } catch (Throwable failure) {
            undo.run();
            throw failure;
        }
    }

    /** Runs a command as if it were its turn, throws what refuses it, and has changed nothing either way. */
    void rehearse(Command command, CompletableFuture<Outcome> outcome) {
        begin();
        overlaid.use(Optional.empty());
        S present = state(command);
        Runnable undo = undo();
        try {
            Changes changes = new Changes(log.history()::after);
            overlaid.rehearse(() -> {
                handle(present, command, changes);
                changes.makeClaims();
            });
        } finally {
            undo.run();
        }
        answer(Reply.noContent(), outcome);
    }

    private void run(S present, Command command, CompletableFuture<Outcome> outcome, Runnable undo) {
        if (command.hasOrigin() && log.inbox().has(command.getOrigin())) {
            submit(new LoggedChanges(List.of(), List.of()), () -> answer(Reply.noContent(), outcome), outcome, undo);
            return;
        }
        Changes changes = new Changes(log.history()::after);
        Reply reply = handle(present, command, changes);
        if (command.hasOrigin()) {
            log.inbox().handled(command.getOrigin()).forEach(changes::write);
        }
        LoggedChanges logged = LoggedChanges.of(
                changes,
                command,
                log,
                audience,
                services.owners(),
                services.limits().storesEvents());
        CommandBounds.require(command, logged.mutations());
        changes.makeClaims();
        submit(logged, () -> answer(reply, changes.errands(), outcome), outcome, undo);
    }

    private Reply handle(S present, Command command, Changes changes) {
        Reply reply = behaviour.handle(present, command, changes);
        CommandBounds.require(command, reply, changes);
        return reply;
    }

    private void submit(LoggedChanges changes, Runnable answer, CompletableFuture<Outcome> outcome, Runnable undo) {
        long submitted = services.clock().millis();
        pipeline.submit(new Commit(
                changes.mutations(),
                () -> {
                    if (!changes.mutations().isEmpty()) {
                        claimed.known(submitted);
                    }
                    changes.effects().forEach(effect -> Guard.PROCESS.run("An effect of a durable change", effect));
                    Guard.PROCESS.run(answer, failure -> {
                        LOG.error("A command that was done could not be answered", failure);
                        outcome.complete(Outcomes.broken());
                    });
                },
                outcome::complete,
                undo));
    }

    /** Takes back what the state was built on, when the store has refused it. */
    private void begin() {
        pipeline.takeUndo().ifPresent(Runnable::run);
    }

    /** What puts the actor back to how it is now. */
    private Runnable undo() {
        Optional<Runnable> ofState = state.map(present -> present.undo());
        Log.Mark mark = log.mark();
        return () -> {
            ofState.ifPresentOrElse(Runnable::run, () -> state = Optional.empty());
            log.backTo(mark);
        };
    }

    private S loaded() {
        S loaded = behaviour.load(context);
        if (services.limits().storesEvents()) {
            audience.owed().flatMap(log.history()::after).ifPresent(audience::owes);
        }
        audience.placeHomeless();
        return loaded;
    }

    private S state(Command command) {
        if (state.isEmpty()) {
            behaviour.requireExists(context.key(), command, storage);
            state = Optional.of(loaded());
        }
        return state.get();
    }

    /** Writes how far the log's readers have come. */
    void settle() {
        begin();
        Runnable undo = undo();
        Log.Advance advance = log.advance();
        submitOwn(advance.mutations(), advance.durable(), undo);
    }

    /** The actor is listed among those for whom something waits: if that is not so, it is taken off the list. */
    void listed(ListedActor listed) {
        begin();
        submitOwn(log.withoutNeed(listed), () -> {}, undo());
    }

    private void submitOwn(List<Mutation> mutations, Runnable durable, Runnable undo) {
        if (!mutations.isEmpty()) {
            pipeline.submit(new Commit(mutations, durable, refused -> {}, undo));
        }
    }

    /** Blocks until everything is written, then gives the state up. */
    void finish() {
        settle();
        pipeline.awaitIdle();
        log.close();
        state.ifPresent(behaviour::released);
    }

    private static List<Command> each(Command command) {
        return command.hasMessages() ? command.getMessages().getCommandsList() : List.of(command);
    }

    private static void answer(Reply reply, CompletableFuture<Outcome> outcome) {
        answer(reply, List.of(), outcome);
    }

    private static void answer(Reply reply, List<Errand> errands, CompletableFuture<Outcome> outcome) {
        switch (reply) {
            case Reply.Ready ready -> {
                CommandBounds.require(ready);
                int status = ready.status() == Reply.DECLARED ? OK : ready.status();
                outcome.complete(Outcomes.success(status, ready.body(), errands));
            }
            case Reply.Pullable(List<Ticket> tickets) -> outcome.complete(Outcomes.tickets(tickets));
            case Reply.Later later ->
                Thread.ofVirtual().start(() -> {
                    try {
                        answer(later.work().call(), errands, outcome);
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
