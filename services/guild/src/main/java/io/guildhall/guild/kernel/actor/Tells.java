package io.guildhall.guild.kernel.actor;

import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.logging.Logger;

/**
 * Messages from this node's actors to others: in order for each target, tried again with growing pauses while the target
 * is unavailable, and dropped with a log line after {@link #ATTEMPTS}. At most {@link #CAPACITY} wait for one target; more
 * are dropped.
 */
public final class Tells {
    static final int CAPACITY = 10_000;
    static final int ATTEMPTS = 8;

    private static final Logger LOG = Logger.getLogger(Tells.class);

    private final Owners owners;
    private final Duration firstPause;
    private final ConcurrentHashMap<ActorKey, Deque<Command>> queues = new ConcurrentHashMap<>();

    public Tells(Owners owners, Duration firstPause) {
        this.owners = owners;
        this.firstPause = firstPause;
    }

    /** Never blocks. */
    public void tell(ActorKey target, Command command) {
        queues.compute(target, (key, queue) -> {
            if (queue == null) {
                Deque<Command> started = new ArrayDeque<>();
                started.add(command);
                Thread.ofVirtual()
                        .name("tell-" + Long.toUnsignedString(key.getId()))
                        .start(() -> deliverAll(key));
                return started;
            }
            if (queue.size() >= CAPACITY) {
                LOG.warnf("Dropped a message: %d wait for %s", CAPACITY, Long.toUnsignedString(key.getId()));
            } else {
                queue.add(command);
            }
            return queue;
        });
    }

    private void deliverAll(ActorKey target) {
        Command command = next(target);
        while (command != null) {
            deliver(command);
            command = next(target);
        }
    }

    /** The next message; when there is none the queue goes, and with it this thread. */
    private Command next(ActorKey target) {
        Command[] next = new Command[1];
        queues.computeIfPresent(target, (key, queue) -> {
            next[0] = queue.poll();
            return next[0] == null ? null : queue;
        });
        return next[0];
    }

    private void deliver(Command command) {
        Duration pause = firstPause;
        for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
            Outcome outcome = owners.ask(command);
            if (!Outcomes.isUnavailable(outcome)) {
                return;
            }
            try {
                Thread.sleep(pause);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
            pause = pause.multipliedBy(2);
        }
        LOG.warnf(
                "Gave up telling %s %s: %s",
                command.getActor().getKind(),
                Long.toUnsignedString(command.getActor().getId()),
                command.getPayloadCase());
    }
}
