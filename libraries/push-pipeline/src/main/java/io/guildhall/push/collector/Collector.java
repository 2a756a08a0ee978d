package io.guildhall.push.collector;

import io.guildhall.push.notification.Notification;
import io.guildhall.push.shedding.DropReason;
import io.guildhall.push.shedding.Shed;
import io.guildhall.push.shedding.SheddingPolicy;
import io.guildhall.push.timing.Timer;
import io.smallrye.mutiny.Multi;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The source of the pipeline: holds what waits for one connection, at most so many, and hands it out where it is asked for. Without being
 * asked it hands out nothing; what there is no room for is dropped by the policy.
 */
public final class Collector {
    private final int most;
    private final SheddingPolicy policy;
    private final Timer timer;
    private final PushListener listener;
    private final Buffer buffer = new Buffer();
    private final Demand demand = new Demand(this::poll);
    private long orders;
    private Instant wake = Instant.MAX;

    /** @param most how many may wait */
    public Collector(int most, SheddingPolicy policy, Timer timer, PushListener listener) {
        this.most = most;
        this.policy = policy;
        this.timer = timer;
        this.listener = listener;
    }

    /** What is to be sent, the most important first. One subscriber only: the pusher of this connection. */
    public Multi<Attempt> source() {
        return Multi.createFrom().publisher(demand);
    }

    /** @param settled runs once, when this was sent or dropped */
    public void offer(Notification notification, Runnable settled) {
        change(now -> {
            Attempt attempt = new Attempt(notification, 0, false, orders++, settled);
            return join(new Place(attempt, Instant.MIN), now);
        });
    }

    /** It was asked for, but can't be sent now. */
    public void giveBack(Attempt attempt) {
        change(now -> join(new Place(attempt, Instant.MIN), now));
    }

    /** It was not taken, and is sent again after this time. */
    public void retry(Attempt attempt, Duration after) {
        change(now -> join(new Place(attempt.afterTry(), now.plus(after)), now));
    }

    /** Whatever waits for this device is dropped. */
    public void forget(long deviceId) {
        change(now -> {
            List<Dropped> dropped = new ArrayList<>();
            buffer.ofDevice(deviceId).forEach(place -> drop(place, DropReason.GONE, dropped));
            return dropped;
        });
    }

    public synchronized int waiting() {
        return buffer.size();
    }

    /** Asks for what may be sent meanwhile. */
    private void change(Change change) {
        List<Dropped> dropped;
        synchronized (this) {
            dropped = change.at(timer.now());
        }
        dropped.forEach(this::report);
        demand.serve();
        wakeForNext();
    }

    private void report(Dropped dropped) {
        listener.dropped(dropped.attempt().notification(), dropped.reason());
        dropped.attempt().settled().run();
    }

    private List<Dropped> join(Place place, Instant now) {
        List<Dropped> dropped = new ArrayList<>();
        Optional<Place> same = buffer.find(place.notification().key());
        if (same.isPresent()) {
            merge(same.get(), place, now, dropped);
        } else {
            buffer.add(place, now);
        }
        while (buffer.size() > most) {
            shed(now, dropped);
        }
        return dropped;
    }

    /** Of two about one thing the more important stays, at the place and with the claim of the one that was there. */
    private void merge(Place there, Place place, Instant now, List<Dropped> dropped) {
        boolean better = place.priority().compareTo(there.priority()) < 0;
        boolean claimed = place.attempt().claimed() || there.attempt().claimed();
        Attempt kept = better ? place.attempt() : there.attempt();
        Attempt other = better ? there.attempt() : place.attempt();
        buffer.remove(there);
        buffer.add(
                new Place(
                        new Attempt(
                                kept.notification(),
                                Math.max(kept.tries(), other.tries()),
                                claimed,
                                Math.min(kept.order(), other.order()),
                                kept.settled()),
                        place.notBefore().isAfter(there.notBefore()) ? place.notBefore() : there.notBefore()),
                now);
        dropped.add(new Dropped(other, DropReason.SUPERSEDED));
    }

    private void shed(Instant now, List<Dropped> dropped) {
        switch (policy.next(buffer, now)) {
            case Shed.One(Notification notification, DropReason reason) ->
                drop(buffer.find(notification.key()).orElseThrow(), reason, dropped);
            case Shed.Collapse collapse -> collapse(buffer.of(collapse.conversation()), now, dropped);
        }
    }

    private void collapse(List<Place> together, Instant now, List<Dropped> dropped) {
        Place kept = together.stream()
                .filter(place -> place.priority() == together.getFirst().priority())
                .reduce((earlier, later) -> later)
                .orElseThrow();
        int others = 0;
        for (Place place : together) {
            if (!place.equals(kept)) {
                others += 1 + place.notification().more();
                drop(place, DropReason.COLLAPSED, dropped);
            }
        }
        buffer.remove(kept);
        buffer.add(new Place(kept.attempt().of(kept.notification().andMore(others)), kept.notBefore()), now);
    }

    private void drop(Place place, DropReason reason, List<Dropped> dropped) {
        buffer.remove(place);
        dropped.add(new Dropped(place.attempt(), reason));
    }

    /** The next that is of use. */
    private Optional<Attempt> poll() {
        List<Dropped> stale = new ArrayList<>();
        Optional<Attempt> next;
        synchronized (this) {
            Instant now = timer.now();
            Optional<Place> place = buffer.poll(now);
            while (place.isPresent() && place.get().notification().isExpired(now)) {
                stale.add(new Dropped(place.get().attempt(), DropReason.STALE));
                place = buffer.poll(now);
            }
            next = place.map(Place::attempt);
        }
        stale.forEach(this::report);
        return next;
    }

    /** For what may be sent already nobody has to wake: it goes when it is asked for. */
    private void wakeForNext() {
        Duration pause;
        synchronized (this) {
            Instant now = timer.now();
            Optional<Instant> next = buffer.nextStart(now).filter(start -> start.isBefore(wake));
            if (next.isEmpty()) {
                return;
            }
            wake = next.get();
            pause = Duration.between(now, wake);
        }
        timer.after(pause, this::awake);
    }

    private void awake() {
        synchronized (this) {
            wake = Instant.MAX;
        }
        demand.serve();
        wakeForNext();
    }

    private interface Change {
        List<Dropped> at(Instant now);
    }
}
