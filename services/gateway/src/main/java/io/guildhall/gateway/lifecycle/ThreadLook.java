package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.command.Commands;
import io.guildhall.gateway.command.Owners;
import io.guildhall.gateway.session.Holding;
import io.guildhall.gateway.session.Holdings;
import io.guildhall.gateway.session.Phase;
import io.guildhall.gateway.session.Session;
import io.guildhall.model.rpc.Outcome;
import io.guildhall.model.rpc.Subscription;
import io.guildhall.observability.process.Later;
import java.time.Duration;
import java.util.HashSet;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * A session begins to look at the threads of a guild, or at who is in some: it pulls how they are, and what happens in the guild meanwhile
 * follows. When the answer gets lost, or more happens than is held, it is asked for again, and after some attempts no more: the session
 * then has what it was told with the guild, and each list with its next change. On the session's lane.
 */
final class ThreadLook {
    private static final Logger LOG = Logger.getLogger(ThreadLook.class);
    private static final int MOST_ATTEMPTS = 3;
    /** What happens in a guild is not kept from its session for longer. */
    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Owners owners;
    private final Pulls pulls;
    private final Session session;
    private final long guild;
    private Optional<Holding> holding = Optional.empty();
    private int attempts;

    ThreadLook(Owners owners, Pulls pulls, Session session, long guild) {
        this.owners = owners;
        this.pulls = pulls;
        this.session = session;
        this.guild = guild;
    }

    /** Whether a session that looked at the one looks at something of threads that is new in the other. */
    static boolean begins(Subscription before, Subscription now) {
        return (now.getThreads() && !before.getThreads())
                || !new HashSet<>(before.getThreadMemberListsList()).containsAll(now.getThreadMemberListsList());
    }

    void begin(boolean anew) {
        holding = Holdings.begin(session, guild);
        holding.ifPresent(begun -> Later.run(
                session.lane().loop(),
                PATIENCE,
                "Waiting for the threads of a guild",
                () -> session.run(() -> Holdings.giveUp(session, begun))));
        attempts++;
        owners.inOrder(session.reference(), Commands.subscribeToThreads(session, guild, anew, attempts > 1))
                .subscribe()
                .with(outcome -> session.run(() -> answered(outcome)), failure -> {
                    LOG.debugf("What was looked at in %d was lost: %s", guild, failure);
                    session.run(this::beginAgain);
                });
    }

    private void answered(Outcome outcome) {
        if (outcome.getSuccess().getTicketsCount() == 0) {
            end();
            return;
        }
        long ticket = outcome.getSuccess().getTickets(0).getNumber();
        pulls.pull(session, Commands.guild(guild), ticket, new Pulls.Ending() {
            @Override
            public void complete() {
                end();
            }

            @Override
            public void lost() {
                beginAgain();
            }

            @Override
            public boolean wanted() {
                return holding.filter(Holding::givenUp).isEmpty();
            }
        });
    }

    private void beginAgain() {
        end();
        if (attempts < MOST_ATTEMPTS
                && session.phase() == Phase.READY
                && session.lane().attached(session, guild)
                && !session.isJoining(guild)) {
            begin(false);
        }
    }

    private void end() {
        holding.ifPresent(awaited -> Holdings.end(session, awaited));
    }
}
