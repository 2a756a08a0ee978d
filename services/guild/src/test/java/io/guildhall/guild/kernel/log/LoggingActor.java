package io.guildhall.guild.kernel.log;

import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.guild.kernel.actor.Keys;
import io.guildhall.model.fact.FactReader;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Fact;
import io.guildhall.model.rpc.Internal;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ActorCursors;
import io.guildhall.model.table.catalogue.ActorLog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** An actor that does nothing but write its log; the test's thread is the actor's. */
final class LoggingActor {
    static final ActorKey ACTOR = Keys.guild(1);

    private static final ScheduledExecutorService TIMER = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("test-log").factory());

    private final InMemoryStorage storage;
    private final Logs logs;
    private final Log log;
    private final AtomicInteger wishes = new AtomicInteger();

    LoggingActor(
            InMemoryStorage storage,
            long epoch,
            Function<Command, CompletionStage<Outcome>> owners,
            Optional<FactReader> facts,
            Clock clock) {
        this(storage, epoch, owners, Overdue.NOBODY_WAITS, facts, clock, storage::read);
    }

    /** @param reads by which the log's readers see the storage */
    LoggingActor(
            InMemoryStorage storage,
            long epoch,
            Function<Command, CompletionStage<Outcome>> owners,
            Overdue overdue,
            Optional<FactReader> facts,
            Clock clock,
            LogStore reads) {
        this.storage = storage;
        logs = new Logs(
                reads,
                owners,
                overdue,
                facts,
                Duration.ofMillis(1),
                Duration.ofMillis(1),
                Thread::startVirtualThread,
                TIMER,
                clock,
                new LogMeters(new SimpleMeterRegistry()));
        this.log = logs.open(ACTOR, epoch, storage::read, wishes::incrementAndGet);
    }

    Log log() {
        return log;
    }

    /** The node looks for what has waited for too long. */
    void look() {
        logs.look();
    }

    void send(ActorKey target, String step) {
        store(target, step).run();
    }

    /** As {@link #send}, but the owner dies before it hears that the write took place. */
    Runnable store(ActorKey target, String step) {
        List<Mutation> mutations = new ArrayList<>();
        Command command = Command.newBuilder()
                .setActor(target)
                .setInternal(Internal.newBuilder().setStep(step))
                .build();
        Runnable durable = log.message(command, mutations);
        storage.writeNow(mutations);
        return durable;
    }

    void tell(String key, String topic) {
        List<Mutation> mutations = new ArrayList<>();
        Runnable durable = log.fact(
                topic, () -> Fact.newBuilder().setKey(key).setTopic(topic).build(), mutations);
        storage.writeNow(mutations);
        durable.run();
    }

    /** Writes how far the readers are, as long as there is anything to write. */
    boolean settle() {
        Log.Advance advance = log.advance();
        storage.writeNow(advance.mutations());
        advance.durable().run();
        return log.isSettled();
    }

    /** Entries in any part of a lane. */
    static List<LogEntryView> entries(InMemoryStorage storage, LogLane lane) {
        long last = cursor(storage, lane).map(LaneCursor::lastPart).orElse(0L);
        List<LogEntryView> entries = new ArrayList<>();
        for (long part = 0; part <= last; part++) {
            for (RowView row : storage.read(
                    ActorLog.TABLE,
                    Read.from(ActorLog.TABLE, (long) ACTOR.getKindValue(), ACTOR.getId(), lane.number(), part)
                            .build())) {
                entries.add(new LogEntryView(part, LogRows.parse(row.get(ActorLog.ENTRY))));
            }
        }
        return entries;
    }

    static Optional<LaneCursor> cursor(InMemoryStorage storage, LogLane lane) {
        return storage.row(ActorCursors.TABLE, (long) ACTOR.getKindValue(), ACTOR.getId(), lane.number())
                .map(LaneCursor::of);
    }

    /** An entry and the part in which it is. */
    record LogEntryView(long part, LogEntry entry) {}
}
