package io.guildhall.guild.kernel.actor;

import io.guildhall.guild.kernel.audience.Audience;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Command;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.observability.logging.LogContext;
import io.guildhall.observability.process.Guard;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import org.jboss.logging.Logger;

/**
 * One guild, user or private channel: a bounded serial mailbox in front of state in memory. The state is loaded by the
 * first command, and forgotten and loaded again after a failed write; the audience stays through that.
 */
final class Actor<S> {
    private static final Logger LOG = Logger.getLogger(Actor.class);

    private final ActorKey key;
    private final Behaviour<S> behaviour;
    private final ActorServices services;
    private final Audience audience;
    private final Kept kept = new Kept();
    private final Mailbox mailbox;
    private Incarnation<S> incarnation;
    private volatile Instant lastUsed;

    Actor(ActorKey key, Behaviour<S> behaviour, ActorServices services) {
        this.key = key;
        this.behaviour = behaviour;
        this.services = services;
        this.audience = new Audience(key, services.links(), services.clock());
        this.mailbox = new Mailbox(
                services.limits().mailbox(),
                key.getKind() + "-" + Long.toUnsignedString(key.getId()),
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

    boolean evictable(Instant now) {
        return mailbox.isIdle()
                && audience.isEmpty()
                && lastUsed.plus(services.limits().idle()).isBefore(now);
    }

    private void handle(Work work) {
        switch (work) {
            case Work.Run(Command command, CompletableFuture<Outcome> outcome) -> run(command, outcome);
            case Work.Close(CompletableFuture<List<Work>> left) -> {
                Guard.PROCESS.run("Giving up " + key.getKind() + " " + key.getId(), this::close);
                left.complete(mailbox.close());
            }
        }
    }

    private void run(Command command, CompletableFuture<Outcome> outcome) {
        lastUsed = services.clock().instant();
        try {
            loaded(command).run(command, outcome);
        } catch (ApiException refused) {
            outcome.complete(Outcomes.failure(refused.toFailure()));
        } catch (StorageUnavailable unavailable) {
            try (LogContext ignored = logContext()) {
                LOG.warnf("%s: %s", command.getPayloadCase(), unavailable.toString());
            }
            forget();
            outcome.complete(Outcomes.unavailable("The store can't be reached; try again."));
        } catch (Throwable failure) {
            Guard.PROCESS.check(failure);
            try (LogContext ignored = logContext()) {
                LOG.errorf(failure, "%s failed; the state is loaded anew", command.getPayloadCase());
            }
            forget();
            outcome.complete(Outcomes.broken());
        }
    }

    private Incarnation<S> loaded(Command first) {
        if (incarnation != null && incarnation.failed()) {
            forget();
        }
        if (incarnation == null) {
            incarnation = Incarnation.load(key, behaviour, services, audience, kept, first);
        }
        return incarnation;
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
