package io.guildhall.relay.owner;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.RelayNotice;
import io.guildhall.observability.process.Guard;
import io.guildhall.relay.audience.Notices;
import io.guildhall.relay.gateway.Delays;
import io.smallrye.mutiny.subscription.MultiEmitter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The way back to one owner node. Notices are sent from a thread of their own, so that a caller may hold a lock.
 *
 * <p>What waits is bounded: for each actor the newest position reached, the newest reason why its frames are of no use, and
 * each lost session once; and for the stream how far its frames are taken in. An owner that does not read its notices does
 * not learn of the latter, and sends no more.
 */
final class OwnerStream implements Notices {
    private static final AtomicLong STREAMS = new AtomicLong();

    private final long opened = STREAMS.incrementAndGet();
    private final MultiEmitter<? super RelayNotice> emitter;
    private final Delays delays;
    private final List<RelayNotice> lost = new ArrayList<>();
    private final Map<ActorKey, RelayNotice> refusals = new LinkedHashMap<>();
    private final Map<ActorKey, RelayNotice> reached = new LinkedHashMap<>();
    /** Numbers of frames that are here and not taken in: no more than an owner's window. */
    private final SortedSet<Long> open = new TreeSet<>();

    private long last;
    private long taken;
    private long toldTaken;
    private boolean sending;
    private boolean ended;

    OwnerStream(MultiEmitter<? super RelayNotice> emitter, Delays delays) {
        this.emitter = emitter;
        this.delays = delays;
    }

    @Override
    public long opened() {
        return opened;
    }

    @Override
    public synchronized void tell(RelayNotice notice) {
        switch (notice.getNoticeCase()) {
            case ACKNOWLEDGED -> reached.put(notice.getActor(), notice);
            case LOST -> lost.add(notice);
            case UNKNOWN, STALE -> refusals.put(notice.getActor(), notice);
            case TAKEN -> taken = notice.getTaken();
            case NOTICE_NOT_SET -> {}
        }
        sendSoon();
    }

    /** The frame with this number is here, and is not taken in until that is told. Frames of owners that do not count have none. */
    synchronized void taking(long number) {
        if (number > 0) {
            last = number;
            open.add(number);
        }
    }

    /** The frame with this number is taken in; the owner hears how far all are. */
    synchronized void taken(long number) {
        open.remove(number);
        long reached = open.isEmpty() ? last : open.first() - 1;
        if (reached > taken) {
            taken = reached;
            sendSoon();
        }
    }

    /** Ends the way back; what waits is forgotten. */
    void end() {
        synchronized (this) {
            ended = true;
            lost.clear();
            refusals.clear();
            reached.clear();
        }
        emitter.complete();
    }

    private void sendSoon() {
        if (!sending && !ended) {
            sending = true;
            delays.now(() -> Guard.PROCESS.run(this::send, this::cut));
        }
    }

    private void send() {
        for (List<RelayNotice> next = next(); !next.isEmpty(); next = next()) {
            next.forEach(emitter::emit);
        }
    }

    /** A notice went missing, perhaps one of a lost session: the owner begins anew on another stream. */
    private void cut(Throwable failure) {
        emitter.fail(failure);
        end();
    }

    /** Everything that waits; nothing means that the sender may stop. Lost sessions first: what comes after is not for them. */
    private synchronized List<RelayNotice> next() {
        List<RelayNotice> next = new ArrayList<>(lost);
        next.addAll(refusals.values());
        next.addAll(reached.values());
        if (taken > toldTaken) {
            toldTaken = taken;
            next.add(RelayNotice.newBuilder().setTaken(taken).build());
        }
        lost.clear();
        refusals.clear();
        reached.clear();
        sending = !next.isEmpty();
        return next;
    }
}
