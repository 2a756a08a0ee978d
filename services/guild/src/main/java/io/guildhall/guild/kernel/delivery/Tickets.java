package io.guildhall.guild.kernel.delivery;

import io.guildhall.model.error.ApiException;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.model.rpc.PullRequest;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.observability.process.Guard;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Private events that wait to be pulled, by ticket. An event is made when it is pulled, on the thread that pulls, from a state
 * that never changes; so a ticket costs its actor's mailbox nothing but a reference.
 *
 * <p>Bounded: so many tickets of this node, so many of one session at one actor, and few events made at a time. A ticket that
 * nobody pulls from ends by itself.
 */
@Singleton
public final class Tickets {
    static final int MAX_OF_NODE = 100_000;
    static final int MAX_OF_SESSION = 8;
    static final Duration LIFE = Duration.ofSeconds(30);
    static final int REPLY_BYTES = 512 << 10;

    private static final Logger LOG = Logger.getLogger(Tickets.class);
    private static final PullReply UNKNOWN =
            PullReply.newBuilder().setUnknownTicket(true).build();

    private final Clock clock;
    private final Semaphore makers =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()));
    private final ReentrantLock lock = new ReentrantLock();
    /** Those that were used longest ago first. */
    private final LinkedHashMap<Long, Delivery> deliveries = new LinkedHashMap<>(16, 0.75f, true);

    private final Map<Delivery.Holder, Integer> held = new HashMap<>();
    private long next = new SecureRandom().nextLong();

    public Tickets(Clock clock) {
        this.clock = clock;
    }

    /**
     * A ticket for these events.
     *
     * @throws ApiException 429 when the session holds too many tickets of this actor, 503 when the node gave out too many
     */
    public long open(ActorKey actor, SessionRef session, Iterator<Event> events) {
        return locked(() -> {
            endOld();
            Delivery.Holder holder = new Delivery.Holder(actor, session);
            if (isFull(holder)) {
                throw ApiException.tooMany(1);
            }
            return add(holder, events);
        });
    }

    /**
     * As {@link #open} for a session that begins anew: it is not refused for tickets that it has no use for any more. Where it holds
     * too many, the one that was used longest ago ends.
     */
    public long openAnew(ActorKey actor, SessionRef session, Iterator<Event> events) {
        return locked(() -> {
            endOld();
            Delivery.Holder holder = new Delivery.Holder(actor, session);
            if (isFull(holder)) {
                endFirst(holder);
            }
            return add(holder, events);
        });
    }

    /** The next events of a ticket. Waits while many events are being made for others. */
    public PullReply pull(PullRequest request) {
        Optional<Delivery> delivery = locked(() -> {
            endOld();
            return Optional.ofNullable(deliveries.get(request.getTicket()))
                    .filter(found -> found.holder().actor().equals(request.getActor()));
        });
        if (delivery.isEmpty()) {
            return UNKNOWN;
        }
        makers.acquireUninterruptibly();
        try {
            PullReply reply = delivery.get().next(REPLY_BYTES);
            if (reply.getDone()) {
                end(request.getTicket());
            }
            return reply;
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            LOG.errorf(failure, "Private events of %s could not be made", request.getActor());
            end(request.getTicket());
            return UNKNOWN;
        } finally {
            makers.release();
            delivery.get().usedAt(clock.millis());
        }
    }

    /** Tickets that have not ended. */
    public int size() {
        return locked(deliveries::size);
    }

    private boolean isFull(Delivery.Holder holder) {
        return held.getOrDefault(holder, 0) >= MAX_OF_SESSION;
    }

    private long add(Delivery.Holder holder, Iterator<Event> events) {
        if (deliveries.size() >= MAX_OF_NODE) {
            throw ApiException.unavailable();
        }
        long number = next++;
        deliveries.put(number, new Delivery(holder, events, clock.millis()));
        held.merge(holder, 1, Integer::sum);
        return number;
    }

    private void endFirst(Delivery.Holder holder) {
        Iterator<Delivery> oldest = deliveries.values().iterator();
        while (oldest.hasNext()) {
            Delivery delivery = oldest.next();
            if (delivery.holder().equals(holder)) {
                oldest.remove();
                giveBack(delivery);
                return;
            }
        }
    }

    private void end(long ticket) {
        locked(() -> {
            Delivery ended = deliveries.remove(ticket);
            if (ended != null) {
                giveBack(ended);
            }
            return null;
        });
    }

    private void endOld() {
        long now = clock.millis();
        Iterator<Delivery> oldest = deliveries.values().iterator();
        while (oldest.hasNext()) {
            Delivery delivery = oldest.next();
            if (now - delivery.usedAt() < LIFE.toMillis()) {
                return;
            }
            oldest.remove();
            giveBack(delivery);
        }
    }

    private void giveBack(Delivery ended) {
        held.computeIfPresent(ended.holder(), (holder, count) -> count == 1 ? null : count - 1);
    }

    private <T> T locked(Supplier<T> action) {
        lock.lock();
        try {
            return action.get();
        } finally {
            lock.unlock();
        }
    }
}
