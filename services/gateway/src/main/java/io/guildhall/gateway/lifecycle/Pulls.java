package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.command.Owners;
import io.guildhall.gateway.session.Phase;
import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.PullReply;
import io.guildhall.observability.process.Later;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/**
 * Brings sessions what is for them alone, from the owner that gave a ticket for it. The next part is asked for when the client has
 * taken most of what went before, so that nothing piles up here. On the session's lane.
 */
@ApplicationScoped
public class Pulls {
    private static final Logger LOG = Logger.getLogger(Pulls.class);
    /** Bytes that may wait for a client before more is pulled. */
    private static final long COMFORTABLE_BACKLOG = 1 << 20;

    private static final Duration BACKLOG_PAUSE = Duration.ofMillis(20);

    private final Owners owners;

    public Pulls(Owners owners) {
        this.owners = owners;
    }

    /** What becomes of a ticket. On the session's lane; not told when the session is over. */
    interface Ending {
        /** The session has everything. */
        void complete();

        /** The owner is gone, or forgot the ticket, or what came is not of use any more. */
        void lost();

        /** Whether what comes is still of use. */
        default boolean wanted() {
            return true;
        }
    }

    /** Runs the task when the client has taken enough. A client that is away is not waited for: what is kept for it is bounded. */
    static void whenComfortable(Session session, Runnable task) {
        if (session.phase() != Phase.READY) {
            return;
        }
        if (session.pendingBytes() > COMFORTABLE_BACKLOG) {
            Later.run(
                    session.lane().loop(),
                    BACKLOG_PAUSE,
                    "Pulling for a session",
                    () -> session.run(() -> whenComfortable(session, task)));
        } else {
            task.run();
        }
    }

    void pull(Session session, ActorKey actor, long ticket, Ending ending) {
        whenComfortable(session, () -> owners.pull(actor, ticket)
                .subscribe()
                .with(reply -> session.run(() -> pulled(session, actor, ticket, reply, ending)), failure -> {
                    LOG.debugf("A ticket of %d was lost: %s", actor.getId(), failure);
                    session.run(() -> lost(session, ending));
                }));
    }

    private void pulled(Session session, ActorKey actor, long ticket, PullReply reply, Ending ending) {
        if (session.phase() != Phase.READY) {
            return;
        }
        if (reply.getUnknownTicket() || !ending.wanted()) {
            ending.lost();
            return;
        }
        for (Event event : reply.getEventsList()) {
            session.dispatch(new Dispatch(event.getName(), event.getPayload().toByteArray()));
        }
        if (reply.getDone()) {
            ending.complete();
        } else {
            pull(session, actor, ticket, ending);
        }
    }

    private static void lost(Session session, Ending ending) {
        if (session.phase() == Phase.READY) {
            ending.lost();
        }
    }
}
