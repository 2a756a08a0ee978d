package io.guildhall.guild.kernel.log;

import io.guildhall.model.fact.FactReader;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.ActorCursors;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Function;

/** The logs of a node's actors. */
public final class Logs {
    /** How often {@link #look} is to be called. */
    public static final Duration LOOK_EVERY = Duration.ofSeconds(1);

    private static final long MEMORY = 64 << 20;

    private final LogServices services;
    private final Memory memory;
    private final BusyReaders waiting = new BusyReaders();
    private final Optional<FactReader> facts;

    /**
     * @param owners takes a message to the owner of the actor that it is for
     * @param overdue hears of messages that can't be delivered for too long
     * @param facts empty: facts are not kept
     * @param firstPause before a message that was refused is sent again the first time
     * @param settleAfter how long after something was delivered that is stored. After a crash what was delivered meanwhile is
     *     sent again
     * @param reads runs tasks that block for the store
     * @param timer runs short tasks later
     */
    public Logs(
            LogStore store,
            Function<Command, CompletionStage<Outcome>> owners,
            Overdue overdue,
            Optional<FactReader> facts,
            Duration firstPause,
            Duration settleAfter,
            Executor reads,
            ScheduledExecutorService timer,
            Clock clock,
            LogMeters meters) {
        this.facts = facts;
        memory = new Memory(MEMORY);
        meters.held(memory);
        this.services = new LogServices(
                store,
                new MessageDelivery(owners, overdue),
                facts.map(FactDelivery::new),
                new Slots(clock),
                memory,
                waiting,
                meters,
                firstPause,
                settleAfter,
                reads,
                timer,
                clock);
    }

    /** Bytes of entries that readers have before them. */
    public long held() {
        return memory.used();
    }

    /** Looks for what has waited for too long. To be called every {@link #LOOK_EVERY}: it counts how often it was. */
    public void look() {
        waiting.look();
    }

    /**
     * Opens an actor's log in a new epoch, before its state is loaded; what earlier owners did not deliver begins to go out. Blocks for the
     * store.
     *
     * @param own reads with answers that contain what the actor has written until then, durable or not yet
     * @param settle has the actor write {@link Log#advance}; called on any thread
     */
    public Log open(ActorKey actor, long epoch, LogStore own, Runnable settle) {
        Map<Long, LaneCursor> found = new HashMap<>();
        services.store()
                .read(
                        ActorCursors.TABLE,
                        Read.from(ActorCursors.TABLE, (long) actor.getKindValue(), actor.getId())
                                .build())
                .forEach(row -> found.put(row.get(ActorCursors.LANE), LaneCursor.of(row)));
        Map<LogLane, LaneCursor> cursors = new EnumMap<>(LogLane.class);
        for (LogLane lane : LogLane.values()) {
            cursors.put(lane, found.getOrDefault(lane.number(), LaneCursor.START));
        }
        facts.ifPresent(reader -> reader.begins(actor, epoch));
        Log log = new Log(actor, epoch, cursors, services, own, settle);
        log.start();
        return log;
    }
}
