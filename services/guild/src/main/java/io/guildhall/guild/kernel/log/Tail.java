package io.guildhall.guild.kernel.log;

import io.guildhall.guild.kernel.audience.Positions;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Position;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;

/**
 * Where entries of one lane are added, by the actor's thread alone. A part is opened, and the actor listed among those for
 * whom something waits, in the batch of its first entry; until such a batch is known to be durable the following ones say
 * it again.
 */
final class Tail {
    static final int PART_ENTRIES = 10_000;
    static final long PART_BYTES = 16 << 20;

    /** What a refused write takes back. */
    record State(LaneCursor cursor, Position last, boolean partOfOwn, int entries, long bytes) {}

    private final LogLane lane;
    private final LogRows rows;
    private final LogServices services;
    private final AtomicLong durablePart = new AtomicLong();
    private volatile State state;

    Tail(LogLane lane, LogRows rows, LaneCursor cursor, LogServices services) {
        this.lane = lane;
        this.rows = rows;
        this.services = services;
        this.state = new State(cursor, Position.getDefaultInstance(), false, 0, 0);
    }

    State state() {
        return state;
    }

    void restore(State earlier) {
        state = earlier;
    }

    /** Collects what stores the entry. Returns its part. */
    long append(LogEntry entry, List<Mutation> mutations) {
        LaneCursor cursor = state.cursor();
        int entries = state.entries();
        long bytes = state.bytes();
        if (!cursor.isPending()) {
            cursor = cursor.opened(entry.getWrittenAt(), services.slots().current());
            entries = 0;
        } else if (!state.partOfOwn() || entries >= PART_ENTRIES || bytes >= PART_BYTES) {
            cursor = cursor.withNextPart();
            entries = 0;
        }
        bytes = entries == 0 ? 0 : bytes;
        state = new State(cursor, entry.getPosition(), true, entries + 1, bytes + entry.getSerializedSize());
        if (durablePart.get() < cursor.lastPart()) {
            mutations.add(rows.cursor(lane, cursor));
            mutations.add(rows.mark(lane, cursor));
            services.slots().announcement(cursor.slot()).ifPresent(mutations::add);
        }
        mutations.add(rows.entry(lane, cursor.lastPart(), entry));
        return cursor.lastPart();
    }

    /** A batch with an entry of this part is durable. */
    void durable(long part, long slot) {
        durablePart.accumulateAndGet(part, Math::max);
        services.slots().announced(slot);
    }

    /** What stores how far the reader has come; empty when that is known. */
    List<Mutation> advance(Progress progress) {
        LaneCursor before = state.cursor();
        if (!before.isPending()) {
            return List.of();
        }
        boolean settled = progress.idle() && !Positions.after(state.last(), progress.delivered());
        LaneCursor after = settled
                ? before.settled(progress.delivered())
                : before.advanced(progress.delivered(), progress.part(), progress.since());
        if (after.equals(before) && progress.aside().isEmpty()) {
            return List.of();
        }
        List<Mutation> mutations = new ArrayList<>();
        progress.aside().forEach(entry -> mutations.add(rows.entry(LogLane.ASIDE, 0, entry)));
        mutations.add(rows.cursor(lane, after));
        LongStream.range(before.firstPart(), after.firstPart())
                .forEach(part -> mutations.add(rows.deletePart(lane, part)));
        if (settled) {
            mutations.add(rows.unmark(lane.number(), before.slot()));
        }
        state = new State(after, state.last(), state.partOfOwn(), state.entries(), state.bytes());
        return mutations;
    }
}
