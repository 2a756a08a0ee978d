package io.guildhall.push.collector;

import java.util.Optional;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** Serves one subscriber what it asks for, one after the other, as far as there is something. */
final class Demand implements Flow.Publisher<Attempt>, Flow.Subscription {
    private static final Logger LOG = Logger.getLogger(Demand.class);

    private final Supplier<Optional<Attempt>> next;
    private final AtomicLong asked = new AtomicLong();
    private final AtomicInteger rounds = new AtomicInteger();
    private final AtomicBoolean taken = new AtomicBoolean();

    private volatile Flow.Subscriber<? super Attempt> subscriber;

    Demand(Supplier<Optional<Attempt>> next) {
        this.next = next;
    }

    @Override
    public void subscribe(Flow.Subscriber<? super Attempt> one) {
        if (!taken.compareAndSet(false, true)) {
            throw new IllegalStateException("a connection has one pusher");
        }
        subscriber = one;
        one.onSubscribe(this);
    }

    @Override
    public void request(long more) {
        asked.addAndGet(more);
        serve();
    }

    @Override
    public void cancel() {
        subscriber = null;
    }

    /** Called whenever more is asked for, or more is there. Whoever comes while another serves leaves it to that one. */
    void serve() {
        if (rounds.getAndIncrement() > 0) {
            return;
        }
        int served = 1;
        do {
            try {
                serveAll();
            } catch (RuntimeException failure) {
                // Of one notification: the others go on.
                LOG.error("A notification could not be handed out", failure);
            }
            served = rounds.addAndGet(-served);
        } while (served > 0);
    }

    private void serveAll() {
        Flow.Subscriber<? super Attempt> one = subscriber;
        while (one != null && asked.get() > 0) {
            Optional<Attempt> found = next.get();
            if (found.isEmpty()) {
                return;
            }
            asked.decrementAndGet();
            one.onNext(found.get());
        }
    }
}
