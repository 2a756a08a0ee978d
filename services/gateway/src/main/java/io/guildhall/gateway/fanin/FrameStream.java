package io.guildhall.gateway.fanin;

import io.guildhall.model.rpc.GatewayAck;
import io.guildhall.model.rpc.RelayFrame;
import io.guildhall.observability.process.Guard;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.helpers.Subscriptions;
import io.smallrye.mutiny.operators.AbstractMulti;
import io.smallrye.mutiny.subscription.MultiSubscriber;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Flow;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jboss.logging.Logger;

/**
 * One relay's stream of frames and the acknowledgements that go back, in the order of the frames. Frames are worked on
 * while earlier ones are still under way, up to a bound: beyond it the relay is slowed down. A stream of a line that is over is
 * ended, and nothing more of it is delivered.
 */
public final class FrameStream implements MultiSubscriber<RelayFrame>, Flow.Subscription {
    /** Frames taken before the first of them is acknowledged. */
    private static final int IN_FLIGHT = 256;

    private static final Logger LOG = Logger.getLogger(FrameStream.class);

    private final FrameRouter router;
    private final MultiSubscriber<? super GatewayAck> downstream;
    private final Queue<Pending> pending = new ArrayDeque<>();
    private final AtomicLong requested = new AtomicLong();
    private final AtomicInteger draining = new AtomicInteger();
    private volatile Flow.Subscription upstream;
    private volatile boolean cancelled;
    private volatile boolean completed;
    private RelayLine line = RelayLine.UNKNOWN;
    private boolean forgotten;

    private FrameStream(FrameRouter router, MultiSubscriber<? super GatewayAck> downstream) {
        this.router = router;
        this.downstream = downstream;
    }

    /** The acknowledgements of these frames; the frames begin to flow when they are subscribed to. */
    public static Multi<GatewayAck> acknowledge(Multi<RelayFrame> frames, FrameRouter router) {
        return new AbstractMulti<>() {
            @Override
            public void subscribe(MultiSubscriber<? super GatewayAck> downstream) {
                FrameStream stream = new FrameStream(router, downstream);
                downstream.onSubscribe(stream);
                frames.subscribe().withSubscriber(stream);
            }
        };
    }

    @Override
    public void onSubscribe(Flow.Subscription subscription) {
        upstream = subscription;
        subscription.request(IN_FLIGHT);
    }

    @Override
    public void onItem(RelayFrame frame) {
        if (cancelled) {
            return;
        }
        Guard.PROCESS.run(() -> take(frame), this::fail);
    }

    private void take(RelayFrame frame) {
        RelayLine present = lineOf(frame);
        if (present.over()) {
            LOG.infof("A stream of relay %s is ended: it has begun anew since", present.relay());
            end(new CancellationException("The line is over"));
            return;
        }
        Pending acknowledgement = new Pending(frame.getNumber());
        synchronized (pending) {
            pending.add(acknowledgement);
        }
        router.route(frame, present, done -> {
            acknowledgement.done = done;
            drain();
        });
    }

    /** The stream breaks and begins anew: its relay repeats what was not acknowledged. */
    private void fail(Throwable failure) {
        LOG.error("A relay's stream is ended because a frame could not be worked on", failure);
        end(failure);
    }

    private void end(Throwable failure) {
        Flow.Subscription subscription = upstream;
        if (subscription != null) {
            subscription.cancel();
        }
        onFailure(failure);
    }

    @Override
    public void onFailure(Throwable failure) {
        forgetLine();
        if (!cancelled) {
            cancelled = true;
            downstream.onFailure(failure);
        }
    }

    @Override
    public void onCompletion() {
        completed = true;
        drain();
    }

    @Override
    public void request(long count) {
        Subscriptions.add(requested, count);
        drain();
    }

    @Override
    public void cancel() {
        cancelled = true;
        forgetLine();
        Flow.Subscription subscription = upstream;
        if (subscription != null) {
            subscription.cancel();
        }
    }

    private RelayLine lineOf(RelayFrame frame) {
        synchronized (pending) {
            if (frame.hasGreeting() && !forgotten) {
                RelayLine before = line;
                line = router.begun(frame.getGreeting());
                router.ended(before);
            }
            return line;
        }
    }

    private void forgetLine() {
        synchronized (pending) {
            if (!forgotten) {
                forgotten = true;
                router.ended(line);
            }
        }
    }

    /** Sends what is ready. Callers on other threads leave their part to the one that is at it. */
    private void drain() {
        if (draining.getAndIncrement() != 0) {
            return;
        }
        Guard.PROCESS.run(this::sendReady, this::fail);
    }

    private void sendReady() {
        int missed = 1;
        do {
            while (!cancelled && requested.get() > 0) {
                GatewayAck next = takeReady();
                if (next == null) {
                    break;
                }
                downstream.onItem(next);
                Subscriptions.subtract(requested, 1);
                upstream.request(1);
            }
            finishWhenDone();
            missed = draining.addAndGet(-missed);
        } while (missed != 0);
    }

    private void finishWhenDone() {
        boolean empty;
        synchronized (pending) {
            empty = pending.isEmpty();
        }
        if (completed && empty && !cancelled) {
            cancelled = true;
            forgetLine();
            downstream.onCompletion();
        }
    }

    private GatewayAck takeReady() {
        synchronized (pending) {
            Pending first = pending.peek();
            if (first == null || first.done == null) {
                return null;
            }
            pending.remove();
            return GatewayAck.newBuilder()
                    .setNumber(first.number)
                    .addAllUnknownSessions(first.done.unknown())
                    .setNewerEpoch(first.done.newerEpoch())
                    .build();
        }
    }

    private static final class Pending {
        private final long number;
        private volatile Delivered done;

        private Pending(long number) {
            this.number = number;
        }
    }
}
