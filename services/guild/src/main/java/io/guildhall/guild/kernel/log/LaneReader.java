package io.guildhall.guild.kernel.log;

import io.guildhall.guild.kernel.audience.Positions;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.LogEntry;
import io.guildhall.model.rpc.Position;
import io.guildhall.observability.process.Guard;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.jboss.logging.Logger;

/**
 * Brings the entries of one lane to their destination, from where the last owner's reader stopped. What has just become
 * durable is handed over by {@link #committed}; what does not fit into memory, and what earlier owners left, is read from
 * the store. What gathers for one target while it has others is offered together. An entry that is refused for now is offered
 * again after a growing pause, for as long as it takes. One that keeps failing is put aside after {@link #MOST_FAILURES}, so
 * that those behind it go on.
 *
 * <p>Whom an entry concerns that has waited for some twenty seconds is told so ({@link Destination#overdue}), and it goes on waiting. While it
 * does, those who have begun to wait for it meanwhile are told in the same time.
 *
 * <p>While one target is away its entries fill the window; when it is full of them, those for other targets wait too.
 */
final class LaneReader {
    static final int MOST_FAILURES = 10;

    private static final Logger LOG = Logger.getLogger(LaneReader.class);
    private static final int MOST_UNDER_WAY = 32;

    private final ActorKey actor;
    private final LanePages pages;
    private final LogServices services;
    private final Destination destination;
    private final Runnable progressed;
    private final SerialTasks tasks = new SerialTasks();
    private final HeldEntries held;
    private final List<LogEntry> aside = new ArrayList<>();
    /** What not all have heard whom it concerns, by its line. */
    private final Map<Object, OverdueNotice> tellings = new HashMap<>();

    private Position delivered;
    private long since;
    private int underWay;
    private int readFailures;
    private boolean closed;
    private volatile Progress progress;

    /** @param progressed called after entries were delivered; must not block */
    LaneReader(
            ActorKey actor,
            LogLane lane,
            LaneCursor cursor,
            LogServices services,
            Destination destination,
            Runnable progressed) {
        this.actor = actor;
        this.services = services;
        this.destination = destination;
        this.progressed = progressed;
        this.held = new HeldEntries(destination::line, destination.together(), services.memory());
        this.pages = new LanePages(actor, lane, cursor, services);
        this.delivered = cursor.delivered();
        this.since = cursor.since();
        this.progress = new Progress(delivered, cursor.firstPart(), !cursor.isPending(), since, List.of());
    }

    /** Goes on with what earlier owners left. */
    void start() {
        tasks.execute(this::pump);
    }

    /** This entry is durable; called in the order of the positions. */
    void committed(LogEntry entry, long part) {
        tasks.execute(() -> {
            if (closed) {
                return;
            }
            if (held.isEmpty() && !pages.isBehind()) {
                since = entry.getWrittenAt();
            }
            if (pages.committed(entry.getPosition(), part) && !offer(entry, part)) {
                pages.fallBehind();
            }
            pump();
        });
    }

    Progress progress() {
        return progress;
    }

    /** These are stored aside. */
    void storedAside(List<LogEntry> stored) {
        tasks.execute(() -> {
            aside.removeAll(stored);
            publish();
        });
    }

    /** Looks for what has waited for too long. */
    void look() {
        tasks.execute(() -> {
            for (List<HeldEntries.Item> line : held.overdue()) {
                line.forEach(HeldEntries.Item::told);
                tellings.put(
                        line.getFirst().line(),
                        destination.overdue(
                                line.stream().map(HeldEntries.Item::entry).toList()));
                services.meters().overdue(line.size());
            }
            tellings.keySet().removeIf(line -> !held.holds(line));
            tellings.values().removeIf(LaneReader::told);
        });
    }

    /** True when nobody is left to tell, or it fails: those behind it are told all the same. */
    private static boolean told(OverdueNotice telling) {
        boolean[] everybody = {true};
        Guard.PROCESS.run("Telling of what waits", () -> everybody[0] = telling.tell());
        return everybody[0];
    }

    /** Offers nothing more; what is under way may still arrive. */
    void close() {
        tasks.execute(() -> {
            closed = true;
            held.clear();
            tellings.clear();
            services.waiting().note(this, false);
        });
    }

    private boolean offer(LogEntry entry, long part) {
        boolean fits = held.offer(entry, part);
        if (fits) {
            pages.passed(entry.getPosition(), part);
        }
        return fits;
    }

    private void pump() {
        if (closed) {
            return;
        }
        while (underWay < MOST_UNDER_WAY) {
            List<HeldEntries.Item> next = held.next();
            if (next.isEmpty()) {
                break;
            }
            underWay++;
            send(next);
        }
        if (pages.isBehind() && held.hasRoom()) {
            read();
        }
        publish();
    }

    private void send(List<HeldEntries.Item> items) {
        CompletionStage<Receipts> answer = offered(items);
        answer.whenComplete((receipts, failure) ->
                tasks.execute(() -> answered(items, failure == null ? receipts : Receipts.of(EntryReceipt.BROKEN))));
    }

    private CompletionStage<Receipts> offered(List<HeldEntries.Item> items) {
        try {
            return destination.offer(
                    actor, items.stream().map(HeldEntries.Item::entry).toList());
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            LOG.error("An entry of a log could not be offered", failure);
            return CompletableFuture.failedFuture(failure);
        }
    }

    private void answered(List<HeldEntries.Item> items, Receipts receipts) {
        if (closed) {
            return;
        }
        underWay--;
        HeldEntries.Item first = items.getFirst();
        services.meters().offered(receipts);
        switch (receipts.first()) {
            case TAKEN -> {
                items.subList(0, Math.min(receipts.taken(), items.size())).forEach(held::done);
                goOn(first);
            }
            case LATER -> again(first);
            case ALONE -> {
                first.alone();
                held.goOn(first);
            }
            case BROKEN -> {
                if (first.failed() < MOST_FAILURES) {
                    again(first);
                } else {
                    putAside(first);
                }
            }
        }
        pump();
    }

    /** With what is behind those that are done. */
    private void goOn(HeldEntries.Item done) {
        held.goOn(done);
        for (Optional<HeldEntries.Item> first = held.takeDone(); first.isPresent(); first = held.takeDone()) {
            delivered = first.get().entry().getPosition();
            since = first.get().entry().getWrittenAt();
        }
    }

    private void again(HeldEntries.Item item) {
        services.after(
                services.pause(item.refused()),
                () -> tasks.execute(() -> {
                    if (!closed) {
                        held.goOn(item);
                        pump();
                    }
                }));
    }

    private void putAside(HeldEntries.Item item) {
        LOG.errorf(
                "An entry of the log of %s %s failed %d times and is put aside: %s",
                actor.getKind(),
                Long.toUnsignedString(actor.getId()),
                MOST_FAILURES,
                item.entry().getPosition());
        services.meters().putAside();
        aside.add(item.entry());
        held.done(item);
        goOn(item);
    }

    private void read() {
        if (!pages.begin()) {
            return;
        }
        Guard.PROCESS.run(
                () -> {
                    if (pages.mayHaveGap(since)) {
                        destination
                                .gap(actor, delivered)
                                .whenComplete((told, failure) -> tasks.execute(() -> gapTold(failure)));
                    } else {
                        pages.read((page, failure) -> tasks.execute(() -> loaded(page, failure)));
                    }
                },
                failure -> {
                    LOG.error("A log can't be read on now and is tried again", failure);
                    readLater();
                });
    }

    private void gapTold(Throwable failure) {
        if (failure == null) {
            services.meters().gap();
            since = services.clock().millis();
            readOn();
        } else {
            readLater();
        }
    }

    private void loaded(LanePages.Page page, Throwable failure) {
        if (closed) {
            return;
        }
        if (failure != null) {
            LOG.warnf("The log of %s can't be read and is tried again: %s", actor, failure.toString());
            pages.failed();
            readLater();
            return;
        }
        pages.came(page);
        Position before = pages.position();
        boolean room = true;
        for (LogEntry entry : page.entries()) {
            room = !Positions.after(entry.getPosition(), pages.position()) || offer(entry, page.part());
            if (!room) {
                break;
            }
        }
        if (room) {
            pages.finished(page);
        }
        if (room || Positions.after(pages.position(), before)) {
            readOn();
        } else {
            // Other actors' readers have all the memory.
            readLater();
        }
    }

    private void readOn() {
        readFailures = 0;
        pages.end();
        pump();
    }

    private void readLater() {
        services.after(
                services.pause(++readFailures),
                () -> tasks.execute(() -> {
                    pages.end();
                    pump();
                }));
        pump();
    }

    private void publish() {
        boolean idle = held.isEmpty() && !pages.isBehind();
        Progress next = new Progress(
                idle ? pages.position() : delivered,
                held.first().map(HeldEntries.Item::part).orElse(pages.part()),
                idle,
                held.first().map(first -> first.entry().getWrittenAt()).orElse(since),
                aside);
        boolean moved = !next.equals(progress);
        progress = next;
        services.waiting().note(this, !closed && !held.isEmpty());
        if (moved && !closed) {
            progressed.run();
        }
    }
}
