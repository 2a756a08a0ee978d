package io.guildhall.guild.kernel.log;

import io.guildhall.guild.kernel.audience.Positions;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.catalogue.ActorLog;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * How far a lane was read, and the reading of what comes next, page by page and part by part. Behind means that the store
 * holds entries that were not handed over, or may. Only its reader's tasks use it.
 */
final class LanePages {
    static final int PAGE = 64;
    /** Beyond, the next page has fewer entries. */
    private static final long COMFORTABLE_BYTES = 1 << 20;

    /** The store lets go of entries in its own time; this much before that they count as gone. */
    private static final Duration MARGIN = Duration.ofHours(1);

    /** One page, and what was known when it was asked for. */
    record Page(long part, long lastPart, Position committed, int limit, List<LogEntry> entries) {}

    private final ActorKey actor;
    private final LogLane lane;
    private final LogServices services;
    private Position position;
    private Position committed;
    private long part;
    private long lastPart;
    private boolean behind;
    private boolean reading;
    private int limit = PAGE;

    LanePages(ActorKey actor, LogLane lane, LaneCursor cursor, LogServices services) {
        this.actor = actor;
        this.lane = lane;
        this.services = services;
        this.position = cursor.delivered();
        this.committed = cursor.delivered();
        this.part = cursor.firstPart();
        this.lastPart = cursor.lastPart();
        this.behind = cursor.isPending();
    }

    /** True when the entry comes next and was not read already. */
    boolean committed(Position at, long inPart) {
        committed = Positions.later(committed, at);
        lastPart = Math.max(lastPart, inPart);
        return !behind && Positions.after(at, position);
    }

    /** Everything up to here was handed over. */
    void passed(Position at, long inPart) {
        position = at;
        part = inPart;
    }

    void fallBehind() {
        behind = true;
    }

    boolean isBehind() {
        return behind;
    }

    Position position() {
        return position;
    }

    long part() {
        return part;
    }

    boolean mayHaveGap(long since) {
        long oldest = services.clock().millis() - lane.lifetime().minus(MARGIN).toMillis();
        return since > 0 && since < oldest;
    }

    /** False while something is asked for already; else nothing more is until {@link #end}. */
    boolean begin() {
        boolean begins = !reading;
        reading = true;
        return begins;
    }

    void end() {
        reading = false;
    }

    /** Asks for the next page; the answer comes on another thread. */
    void read(BiConsumer<Page, Throwable> answer) {
        Position after = position;
        Position known = committed;
        long from = part;
        long last = lastPart;
        int most = limit;
        services.read(
                store -> new Page(
                        from,
                        last,
                        known,
                        most,
                        store
                                .read(
                                        ActorLog.TABLE,
                                        Read.from(
                                                        ActorLog.TABLE,
                                                        (long) actor.getKindValue(),
                                                        actor.getId(),
                                                        lane.number(),
                                                        from)
                                                .after(after.getEpoch(), after.getSequence())
                                                .limit(most)
                                                .build())
                                .stream()
                                .map(row -> LogRows.parse(row.get(ActorLog.ENTRY)))
                                .toList()),
                answer);
    }

    /** A page came: the next has as many entries as are comfortable. */
    void came(Page page) {
        long bytes =
                page.entries().stream().mapToLong(LogEntry::getSerializedSize).sum();
        limit = bytes > COMFORTABLE_BYTES ? halved() : Math.min(PAGE, 2 * limit);
    }

    /** No page came. It may have been too large for an answer of the store: one with a single entry never is. */
    void failed() {
        limit = halved();
    }

    private int halved() {
        return Math.max(1, limit / 2);
    }

    /** Everything of this page was handed over. */
    void finished(Page page) {
        if (page.entries().size() == page.limit()) {
            return;
        }
        if (page.part() < page.lastPart()) {
            part = page.part() + 1;
        } else if (page.lastPart() == lastPart && page.committed().equals(committed)) {
            behind = false;
        }
    }
}
