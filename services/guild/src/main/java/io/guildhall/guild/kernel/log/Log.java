package io.guildhall.guild.kernel.log;

import io.guildhall.guild.kernel.audience.Positions;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Fact;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Position;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;

/**
 * One actor's log in one epoch: gives out the positions, collects what belongs into the batches of changes, and brings what
 * is durable to those whom it is for. Only the actor's thread uses it, except where it is said.
 */
public final class Log {
    /** Where the log stands, for a write that is refused. Positions that were given out are not given out again. */
    public static final class Mark {
        private final Map<LogLane, Tail.State> tails = new EnumMap<>(LogLane.class);

        private Mark(Map<LogLane, Stream> streams) {
            streams.forEach((lane, stream) -> tails.put(lane, stream.tail().state()));
        }
    }

    /**
     * What stores how far the readers have come.
     *
     * @param mutations empty when that is known already
     * @param durable to be run once they are
     */
    public record Advance(List<Mutation> mutations, Runnable durable) {}

    private record Stream(Tail tail, LaneReader reader) {}

    private final LogRows rows;
    private final long epoch;
    private final LogServices services;
    private final Runnable settle;
    private final Inbox inbox;
    private final EventHistory history;
    private final Map<LogLane, Stream> streams = new EnumMap<>(LogLane.class);
    private final AtomicBoolean settling = new AtomicBoolean();
    private long sequence;

    /** To be made before the state is loaded. Blocks for the store. */
    Log(
            ActorKey actor,
            long epoch,
            Map<LogLane, LaneCursor> cursors,
            LogServices services,
            LogStore own,
            Runnable settle) {
        this.rows = new LogRows(actor);
        this.epoch = epoch;
        this.services = services;
        this.settle = settle;
        this.inbox = new Inbox(actor, epoch, own, services.meters());
        this.history = new EventHistory(actor, epoch, own, services.clock());
        begin(LogLane.MESSAGES, services.messages(), cursors);
        services.facts().ifPresent(facts -> begin(LogLane.FACTS, facts, cursors));
    }

    private void begin(LogLane lane, Destination destination, Map<LogLane, LaneCursor> cursors) {
        LaneCursor cursor = cursors.getOrDefault(lane, LaneCursor.START);
        streams.put(
                lane,
                new Stream(
                        new Tail(lane, rows, cursor, services),
                        new LaneReader(rows.actor(), lane, cursor, services, destination, this::progressed)));
    }

    /** What earlier owners left begins to go out. */
    void start() {
        streams.values().forEach(stream -> stream.reader().start());
    }

    public Inbox inbox() {
        return inbox;
    }

    public EventHistory history() {
        return history;
    }

    /** The next position. */
    public Position next() {
        return Positions.of(epoch, ++sequence);
    }

    /** What stores an event for the next owner. */
    public Mutation event(Position position, Event event) {
        return rows.event(entry(position).setEvent(event).build());
    }

    /**
     * A message to the actor that the command names.
     *
     * @param mutations what stores it is added here
     * @return to be run once they are durable, in the order of the positions
     */
    public Runnable message(Command command, List<Mutation> mutations) {
        return append(LogLane.MESSAGES, entry(next()).setMessage(command).build(), mutations);
    }

    /** As {@link #message}. Without a reader of its topic it is not made, and nothing is stored. */
    public Runnable fact(String topic, Supplier<Fact> fact, List<Mutation> mutations) {
        return services.facts().filter(facts -> facts.reads(topic)).isPresent()
                ? append(LogLane.FACTS, entry(next()).setFact(fact.get()).build(), mutations)
                : () -> {};
    }

    public Mark mark() {
        return new Mark(streams);
    }

    /** Everything since the mark was refused by the store. */
    public void backTo(Mark mark) {
        mark.tails.forEach((lane, state) -> streams.get(lane).tail().restore(state));
        inbox.forget();
    }

    /** How far the readers have come. Asked for a while after they have delivered something, and at the end. */
    public Advance advance() {
        settling.set(false);
        List<Mutation> mutations = new ArrayList<>();
        List<Runnable> durable = new ArrayList<>();
        for (Stream stream : streams.values()) {
            Progress progress = stream.reader().progress();
            mutations.addAll(stream.tail().advance(progress));
            if (!progress.aside().isEmpty()) {
                durable.add(() -> stream.reader().storedAside(progress.aside()));
            }
        }
        return new Advance(mutations, () -> durable.forEach(Runnable::run));
    }

    /** What takes the actor off the list of those for whom something waits, where it stands without need. */
    public List<Mutation> withoutNeed(ListedActor listed) {
        Optional<LogLane> lane = LogLane.of(listed.lane());
        boolean needed = lane.map(streams::get)
                .map(stream -> stream.tail().state().cursor())
                .filter(cursor -> cursor.isPending() && cursor.slot() == listed.slot())
                .isPresent();
        return needed ? List.of() : List.of(rows.unmark(listed.lane(), listed.slot()));
    }

    /** False while something waits for a reader, or its arrival is not stored. May be asked on any thread. */
    public boolean isSettled() {
        return streams.values().stream()
                .noneMatch(stream -> stream.tail().state().cursor().isPending());
    }

    /** What still waits is left to the next owner. */
    public void close() {
        streams.values().forEach(stream -> stream.reader().close());
    }

    private Runnable append(LogLane lane, LogEntry entry, List<Mutation> mutations) {
        Stream stream = streams.get(lane);
        long part = stream.tail().append(entry, mutations);
        long slot = stream.tail().state().cursor().slot();
        return () -> {
            stream.tail().durable(part, slot);
            stream.reader().committed(entry, part);
        };
    }

    private LogEntry.Builder entry(Position position) {
        return LogEntry.newBuilder()
                .setPosition(position)
                .setWrittenAt(services.clock().millis());
    }

    /** Called by the readers, on any thread. */
    private void progressed() {
        if (settling.compareAndSet(false, true)) {
            services.after(services.settleAfter(), settle);
        }
    }
}
