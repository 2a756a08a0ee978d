package io.guildhall.relay.gateway;

import io.guildhall.model.cluster.Node;
import io.guildhall.model.rpc.GatewayAck;
import io.guildhall.model.rpc.GatewayNode;
import io.guildhall.model.rpc.RelayFrame;
import io.guildhall.observability.process.Guard;
import io.guildhall.relay.config.RelayConfig;
import io.smallrye.mutiny.Multi;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * The ordered stream of frames to one gateway node. Frames wait here from the first moment; the stream opens when
 * discovery shows the node, and after a break everything unacknowledged is sent again, in order. The link ends, once
 * and for all, when the node is gone or too slow; the next link to the node then begins by telling it what it lost. Settled
 * frames are reported on a thread of the link, never on the caller's.
 *
 * <p>What is said now finds room in the window, or the node is too slow. What sessions missed comes as fast as an owner can
 * tell it and may be more than any window: it waits for acknowledgements, and its owner for it.
 */
final class GatewayLink {
    private static final Logger LOG = Logger.getLogger(GatewayLink.class);

    private final String gateway;
    private final RelayConfig config;
    private final Clock clock;
    private final Supplier<Optional<Node>> lookup;
    private final BooleanSupplier left;
    private final Function<Node, GatewayNode> peers;
    private final Consumer<GatewayLink> ended;
    private final Delays delays;
    private final Greetings greetings;
    private final long line;
    private final Instant created;
    private final Window window;
    private final Backlog backlog;
    private final SerialQueue<Runnable> settled =
            new SerialQueue<>(Runnable::run, failure -> LOG.error("A receipt failed; the rest goes on", failure));
    private GatewayStream stream;
    private Greetings.Prepared greeting;
    private boolean seen;
    /** A frame found no room. None behind it may go: who had that one would seem to have this one, too. */
    private boolean full;

    private boolean gone;
    private boolean tooSlow;
    private Duration pause;

    GatewayLink(
            String gateway,
            RelayConfig config,
            Clock clock,
            Supplier<Optional<Node>> lookup,
            BooleanSupplier left,
            Function<Node, GatewayNode> peers,
            Consumer<GatewayLink> ended,
            Delays delays,
            Greetings greetings) {
        this.gateway = gateway;
        this.config = config;
        this.clock = clock;
        this.lookup = lookup;
        this.left = left;
        this.peers = peers;
        this.ended = ended;
        this.delays = delays;
        this.greetings = greetings;
        this.line = greetings.nextLine();
        this.created = clock.instant();
        this.window = new Window(config.windowFrames(), config.windowBytes());
        this.backlog = new Backlog(config.windowFrames(), config.windowBytes());
        this.pause = firstPause();
    }

    String gateway() {
        return gateway;
    }

    synchronized int unacknowledged() {
        return window.size();
    }

    synchronized long unacknowledgedBytes() {
        return window.bytes();
    }

    synchronized boolean tooSlow() {
        return tooSlow;
    }

    /**
     * Puts the frame in line. False when the link has ended, or ends by this: the window is full.
     *
     * @param entered called once when the frame is in the window, or is given up behind this; never when it is not in line. Any
     *     thread, must not block
     */
    boolean send(RelayFrame.Builder frame, Receipt receipt, Runnable entered) {
        synchronized (this) {
            if (gone || full) {
                return false;
            }
            Backlog.Waiting next = new Backlog.Waiting(frame, receipt, clock.instant(), entered);
            if (backlog.isEmpty() && enter(next) || backlog.add(next)) {
                return true;
            }
            full = true;
        }
        delays.now(this::endSlow);
        return false;
    }

    private boolean enter(Backlog.Waiting next) {
        Optional<Window.Sent> sent = window.add(next.frame(), next.receipt(), clock.instant());
        sent.ifPresent(entering -> {
            if (stream != null) {
                stream.add(entering.frame());
            }
            next.entered().run();
        });
        return sent.isPresent();
    }

    /** Lets frames in line move. Must not be called under any lock. */
    void flush() {
        GatewayStream current;
        synchronized (this) {
            current = stream;
        }
        if (current != null) {
            current.flush();
        }
    }

    /** Opens the stream if there is none and the node is known; gives a node up that has left or never came. */
    void connect() {
        Optional<Node> node = lookup.get();
        GatewayStream opened;
        synchronized (this) {
            if (gone || stream != null) {
                return;
            }
            if (node.isPresent()) {
                seen = true;
                greeting = greetings.prepare(gateway, line);
                opened = new GatewayStream(this::broken);
                opened.add(greeting.frame());
                stream = opened;
                window.restart().forEach(sent -> opened.add(sent.frame()));
            } else if (!left.getAsBoolean() || !seen && clock.instant().isBefore(created.plus(config.gatewayGrace()))) {
                retry();
                return;
            } else {
                opened = null;
            }
        }
        if (opened == null) {
            end("it is not among the live nodes");
            return;
        }
        open(opened, node.get());
    }

    /** Looks whether the node is still there and still answers. */
    void check() {
        boolean away = left.getAsBoolean();
        boolean late;
        boolean waits;
        boolean missing;
        synchronized (this) {
            missing = away && (seen || created.plus(config.gatewayGrace()).isBefore(clock.instant()));
            late = passed(window.oldest(), config.acknowledgeTimeout());
            waits = passed(backlog.oldest(), config.backlogTimeout());
        }
        if (missing) {
            end("it is not among the live nodes");
        } else if (late) {
            end("it does not acknowledge");
        } else if (waits) {
            endSlow();
        }
    }

    private boolean passed(Optional<Instant> oldest, Duration most) {
        return oldest.map(since -> since.plus(most).isBefore(clock.instant())).orElse(false);
    }

    private void endSlow() {
        synchronized (this) {
            tooSlow = true;
        }
        end("it does not keep up");
    }

    void end(String reason) {
        List<Window.Sent> left;
        List<Backlog.Waiting> waiting;
        GatewayStream current;
        synchronized (this) {
            if (gone) {
                return;
            }
            gone = true;
            left = window.clear();
            waiting = backlog.clear();
            current = stream;
            stream = null;
        }
        LOG.infof(
                "Gateway node %s is given up: %s; %d frames were on their way and %d before it",
                gateway, reason, left.size(), waiting.size());
        if (current != null) {
            current.close();
        }
        ended.accept(this);
        left.forEach(sent -> settled.add(sent.receipt()::abandoned));
        waiting.forEach(frame -> {
            settled.add(frame.receipt()::abandoned);
            settled.add(frame.entered());
        });
        delays.now(settled::drain);
    }

    /** Opens the stream anew, so that the node hears a new greeting. */
    void greetAgain() {
        GatewayStream current;
        synchronized (this) {
            current = stream;
        }
        if (current != null) {
            broken(current, "there is news of sessions that were dropped");
        }
    }

    private void open(GatewayStream opened, Node node) {
        Guard.PROCESS.run(
                () -> {
                    Multi<GatewayAck> acks = peers.apply(node).deliver(opened.frames());
                    acks.subscribe()
                            .with(
                                    ack -> Guard.PROCESS.run(
                                            () -> acknowledged(opened, ack),
                                            failure -> broken(opened, failure.toString())),
                                    failure -> broken(opened, failure.toString()),
                                    () -> broken(opened, "the node ended the stream"));
                },
                failure -> broken(opened, failure.toString()));
        opened.flush();
    }

    private void acknowledged(GatewayStream from, GatewayAck ack) {
        synchronized (this) {
            if (stream != from) {
                return;
            }
            pause = firstPause();
            greetings.heard(gateway, greeting);
            for (Window.Sent sent : window.acknowledge(ack.getNumber())) {
                boolean last = sent.frame().getNumber() == ack.getNumber();
                List<Long> unknown = last ? ack.getUnknownSessionsList() : List.of();
                long newerEpoch = last ? ack.getNewerEpoch() : 0;
                settled.add(() -> sent.receipt().settled(unknown, newerEpoch));
            }
            backlog.drain(this::enter);
        }
        from.flush();
        delays.now(settled::drain);
    }

    private void broken(GatewayStream which, String reason) {
        synchronized (this) {
            if (stream != which) {
                return;
            }
            stream = null;
            LOG.debugf("The stream to gateway node %s broke: %s", gateway, reason);
            retry();
        }
        which.close();
    }

    private void retry() {
        delays.later(pause, this::connect);
        Duration doubled = pause.multipliedBy(2);
        pause = doubled.compareTo(config.reconnectPause()) > 0 ? config.reconnectPause() : doubled;
    }

    private Duration firstPause() {
        return config.reconnectPause().dividedBy(20);
    }
}
