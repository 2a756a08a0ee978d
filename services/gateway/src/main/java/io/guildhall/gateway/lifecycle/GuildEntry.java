package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.command.Commands;
import io.guildhall.gateway.command.Owners;
import io.guildhall.gateway.session.Joining;
import io.guildhall.gateway.session.Phase;
import io.guildhall.gateway.session.Session;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Position;
import io.guildhall.model.rpc.Success;
import io.guildhall.model.rpc.Ticket;
import org.jboss.logging.Logger;

/**
 * One session on its way into one guild: the owner takes it in and gives a ticket for the guild as it is then, which is pulled and
 * dispatched; what happened since follows. When the owner goes meanwhile, or more happens than is held, it begins again. On the
 * session's lane.
 */
final class GuildEntry {
    private static final Logger LOG = Logger.getLogger(GuildEntry.class);
    private static final int SERVER_ERROR = 500;
    /** Owners that vanish, and floods of events, in a row; more mean that the session can't be served. */
    private static final int MOST_ATTEMPTS = 10;

    private final Owners owners;
    private final Pulls pulls;
    private final Looks looks;
    private final Session session;
    private final long guild;
    private final boolean entered;
    private final Runnable done;
    private Joining joining;
    private int attempts;

    GuildEntry(Owners owners, Pulls pulls, Looks looks, Session session, long guild, boolean entered, Runnable done) {
        this.owners = owners;
        this.pulls = pulls;
        this.looks = looks;
        this.session = session;
        this.guild = guild;
        this.entered = entered;
        this.done = done;
    }

    void begin() {
        session.lane().attach(session, ActorKind.GUILD, guild, 0, 0);
        joining = session.beginJoining(guild);
        ask();
    }

    private void ask() {
        attempts++;
        if (attempts > MOST_ATTEMPTS) {
            LOG.warnf("Session %d could not join guild %d in %d attempts", session.number(), guild, MOST_ATTEMPTS);
            session.invalidate(false);
            return;
        }
        joining.takeStale();
        Pulls.whenComfortable(session, () -> owners.insist(
                        Commands.attach(guild, session, entered), () -> session.phase() == Phase.READY)
                .subscribe()
                .with(outcome -> session.run(() -> answered(outcome)), failure -> session.run(() -> failed(failure))));
    }

    private void answered(Outcome outcome) {
        if (left()) {
            return;
        }
        if (outcome.hasFailure() && outcome.getFailure().getStatus() >= SERVER_ERROR) {
            failed(new IllegalStateException(outcome.getFailure().getMessage()));
        } else if (outcome.hasFailure()) {
            // The user left the guild in the meantime, or the guild is gone: its owner says so to the client.
            LOG.debugf(
                    "Guild %d refused session %d: %d",
                    guild, session.number(), outcome.getFailure().getCode());
            session.endJoining(joining);
            session.lane().leave(session, guild);
            done.run();
        } else if (joining.stale()) {
            ask();
        } else {
            admitted(outcome.getSuccess());
        }
    }

    private void admitted(Success success) {
        if (success.getTicketsCount() == 0) {
            // There is nothing to be told to a session without the intent.
            finish(Position.getDefaultInstance());
            return;
        }
        Ticket ticket = success.getTickets(0);
        pulls.pull(session, Commands.guild(guild), ticket.getNumber(), new Pulls.Ending() {
            @Override
            public void complete() {
                finish(ticket.getPosition());
            }

            @Override
            public void lost() {
                if (!left()) {
                    ask();
                }
            }
        });
    }

    private void finish(Position position) {
        if (left()) {
            return;
        }
        if (joining.stale()) {
            ask();
            return;
        }
        session.lane().reached(session, guild, position);
        session.finishJoining(joining, position);
        looks.came(session, guild);
        done.run();
    }

    /** True when the user left the guild, or the session is over, in the meantime: nothing is to be told any more. */
    private boolean left() {
        if (session.phase() != Phase.READY) {
            return true;
        }
        if (session.lane().attached(session, guild)) {
            return false;
        }
        session.endJoining(joining);
        done.run();
        return true;
    }

    /** The session would lack a guild for good, so it is over and its client is told. */
    private void failed(Throwable failure) {
        if (session.phase() == Phase.READY) {
            LOG.warnf("Session %d could not join guild %d: %s", session.number(), guild, failure.toString());
            session.invalidate(false);
        }
    }
}
