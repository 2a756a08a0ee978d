package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.guild.kernel.log.LateWriteException;
import io.guildhall.guild.kernel.log.ListedActor;
import io.guildhall.model.cluster.Ring;
import io.guildhall.model.cluster.Role;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.DetachSessions;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.observability.logging.LogContext;
import io.guildhall.observability.process.Guard;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * One guild, user or private channel: a bounded serial mailbox in front of state in memory. The state is loaded by the
 * first command and stays, whatever commands and writes fail, until the actor is given up or another owner has claimed it.
 */
final class Actor<S extends Reversible<?>> {
    private static final Logger LOG = Logger.getLogger(Actor.class);

    /** Changes nothing, but loads. */
    private static final Command NOBODY_LEAVES =
            Command.newBuilder().setDetach(DetachSessions.getDefaultInstance()).build();

    private static final int RECLAIM_ATTEMPTS = 20;
    private static final Duration RECLAIM_PAUSE = Duration.ofSeconds(1);

    private final ActorKey key;
    private final Behaviour<S> behaviour;
    private final ActorServices services;
    private final Audience audience;
    private final Mailbox mailbox;
    private volatile Incarnation<S> incarnation;
    private volatile Instant lastUsed;

    Actor(ActorKey key, Behaviour<S> behaviour, ActorServices services) {
        this.key = key;
        this.behaviour = behaviour;
        this.services = services;
        this.audience = new Audience(key, services.links(), services.clock());
        this.mailbox = new Mailbox(
                services.limits().mailbox(),
                key.getKind() + "-" + Long.toUnsignedString(key.getId()),
                this::foresee,
                this::handle,
                Guard.PROCESS);
        this.lastUsed = services.clock().instant();
    }

    ActorKey key() {
        return key;
    }

    Audience audience() {
        return audience;
    }

    int waiting() {
        return mailbox.size();
    }

    Mailbox.Offer offer(Work work) {
        return mailbox.offer(work);
    }

    /** What this node has claimed of it; empty while it is not loaded. Any thread. */
    Optional<Claimed> claimed() {
        return Optional.ofNullable(incarnation).map(Incarnation::claimed);
    }

    /** Whether what the log holds goes out. */
    boolean delivers() {
        return incarnation != null;
    }

    /** Where nothing is loaded, as for ids that somebody made up, at once. */
    boolean evictable(Instant now) {
        Incarnation<S> current = incarnation;
        return mailbox.isIdle()
                && audience.isEmpty()
                && (current == null
                        || (current.isSettled()
                                && lastUsed.plus(services.limits().idle()).isBefore(now)));
    }

    /** Begins what a waiting command will read. Any thread. */
    private void foresee(Work work) {
        Incarnation<S> current = incarnation;
        if (current != null && work instanceof Work.Run run) {
            current.foresee(run.command()).ifPresent(run.foreseen()::set);
        }
    }

    private void handle(Work work) {
        switch (work) {
            case Work.Run run -> {
                try {
                    run(run.command(), run.outcome(), run.reads());
                } finally {
                    run.reads().ifPresent(Foreseen::close);
                }
            }
            case Work.Settle settle -> settle();
            case Work.Deliver(ListedActor listed, CompletableFuture<Void> begun) -> {
                Guard.PROCESS.run("Delivering from the log of " + key, () -> deliver(listed));
                begun.complete(null);
            }
            case Work.Close(CompletableFuture<List<Work>> left) -> {
                Guard.PROCESS.run("Giving up " + key.getKind() + " " + key.getId(), this::close);
                left.complete(mailbox.close());
            }
            // Not when a command has met it already and the actor is claimed anew.
            case Work.Lost lost -> loseDoubtful();
            case Work.Stale(long newerEpoch) -> {
                if (incarnation != null && incarnation.epoch() < newerEpoch) {
                    lost();
                }
            }
        }
    }

    private void run(Command command, CompletableFuture<Outcome> outcome, Optional<Foreseen> reads) {
        lastUsed = services.clock().instant();
        try {
            Command asked = asked(command);
            Incarnation<S> current = loaded(asked);
            // Sessions that end are gone whether or not the store answers.
            if (current.stalled() && !command.hasDetach()) {
                outcome.complete(Outcomes.unavailable("The store does not answer; try again."));
            } else if (command.hasRehearsal()) {
                current.rehearse(asked, outcome);
            } else {
                current.run(command, outcome, reads);
            }
        } catch (ApiException refused) {
            outcome.complete(Outcomes.failure(refused.toFailure()));
        } catch (FencedException fenced) {
            lost();
            outcome.complete(Outcomes.unavailable("Another node has taken over; try again."));
        } catch (LateWriteException late) {
            try (LogContext ignored = logContext()) {
                LOG.warnf("Its state is loaded anew: %s", late.getMessage());
            }
            lost();
            outcome.complete(Outcomes.unavailable("A change by the last owner came late; try again."));
        } catch (UnsettledOwnerException unsettled) {
            outcome.complete(Outcomes.notNow("The owner is changing; try again.", unsettled.retryAfter()));
        } catch (StorageUnavailable unavailable) {
            try (LogContext ignored = logContext()) {
                LOG.warnf("%s: %s", command.getPayloadCase(), unavailable.toString());
            }
            outcome.complete(Outcomes.unavailable("The store can't be reached; try again."));
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            try (LogContext ignored = logContext()) {
                LOG.errorf(failure, "%s failed and has changed nothing", command.getPayloadCase());
            }
            outcome.complete(Outcomes.broken());
        }
    }

    /** What is to be done, or only rehearsed. */
    private static Command asked(Command command) {
        return command.hasRehearsal()
                ? command.toBuilder().setRest(command.getRehearsal()).build()
                : command;
    }

    private void settle() {
        if (incarnation != null) {
            incarnation.settle();
        }
    }

    private void deliver(ListedActor listed) {
        loseDoubtful();
        if (incarnation == null) {
            incarnation = Incarnation.forLog(key, behaviour, services, audience, signals());
        }
        incarnation.listed(listed);
    }

    private Incarnation<S> loaded(Command first) {
        loseDoubtful();
        if (incarnation == null) {
            incarnation = Incarnation.load(key, behaviour, services, audience, first, signals());
        }
        return incarnation;
    }

    private void loseDoubtful() {
        if (incarnation != null && incarnation.fenced()) {
            lost();
        }
        if (incarnation != null && incarnation.interrupted()) {
            forget();
        }
    }

    private Incarnation.Signals signals() {
        return new Incarnation.Signals(() -> mailbox.offer(new Work.Lost()), () -> mailbox.offer(new Work.Settle()));
    }

    /**
     * Another owner has claimed the actor, and its sessions are served there. Unless the ring gives it to this node: then the
     * other one was mistaken, nobody else would take these sessions on, and it is claimed and loaded anew for them.
     */
    private void lost() {
        if (incarnation == null) {
            return;
        }
        forget();
        if (isOwnByRing()) {
            reclaim(RECLAIM_ATTEMPTS);
        } else {
            audience.release();
        }
    }

    /** While the store does not answer, again after a pause; a command that comes meanwhile does the same. */
    private void reclaim(int attempts) {
        if (attempts == 0 || audience.isEmpty()) {
            return;
        }
        CompletableFuture<Outcome> outcome = new CompletableFuture<>();
        outcome.thenAccept(claimed -> {
            if (Outcomes.isUnavailable(claimed)) {
                Pauses.REAL.after(RECLAIM_PAUSE, () -> reclaim(attempts - 1));
            }
        });
        Command first = NOBODY_LEAVES.toBuilder().setActor(key).build();
        if (mailbox.offer(new Work.Run(first, outcome)) == Mailbox.Offer.FULL) {
            Pauses.REAL.after(RECLAIM_PAUSE, () -> reclaim(attempts - 1));
        }
    }

    private boolean isOwnByRing() {
        String self = services.discovery().self(Role.GUILD).id();
        return Ring.choose(services.discovery().nodes(Role.GUILD), key.getId())
                .filter(owner -> owner.id().equals(self))
                .isPresent();
    }

    private void forget() {
        Incarnation<S> forgotten = incarnation;
        incarnation = null;
        if (forgotten != null) {
            Guard.PROCESS.run("Forgetting a state", forgotten::finish);
        }
    }

    private void close() {
        forget();
        audience.release();
    }

    private LogContext logContext() {
        return LogContext.of(key.getKind().name().toLowerCase(Locale.ROOT), key.getId());
    }
}
