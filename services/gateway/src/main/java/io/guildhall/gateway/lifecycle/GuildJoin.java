package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.command.Commands;
import io.guildhall.gateway.command.Owners;
import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.gateway.session.Phase;
import io.guildhall.gateway.session.Session;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Outcome;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.jboss.logging.Logger;

/** Lets sessions join guilds; the guild's owner answers with GUILD_CREATE on the ordered path through the relay. */
@ApplicationScoped
public class GuildJoin {
    private static final Logger LOG = Logger.getLogger(GuildJoin.class);
    /** Bytes that may wait for a client before the next guild is asked for. */
    private static final long COMFORTABLE_BACKLOG = 1 << 20;

    private static final Duration BACKLOG_PAUSE = Duration.ofMillis(20);

    private final Owners owners;
    private final int concurrency;

    public GuildJoin(Owners owners, GatewayConfig config) {
        this.owners = owners;
        this.concurrency = config.attach().concurrency();
    }

    /** Joins these guilds, a few at a time. On the session's lane. */
    public void joinAll(Session session, long[] guilds) {
        Queue queue = new Queue(session, guilds);
        for (int started = 0; started < concurrency; started++) {
            queue.next();
        }
    }

    /** Joins one guild. On the session's lane. */
    public void join(Session session, long guild) {
        join(session, guild, () -> {});
    }

    private void join(Session session, long guild, Runnable done) {
        session.lane().attach(session, ActorKind.GUILD, guild, 0, 0);
        owners.insist(Commands.attach(Commands.guild(guild), session), () -> session.phase() == Phase.READY)
                .subscribe()
                .with(
                        outcome -> session.run(() -> answered(session, guild, outcome, done)),
                        failure -> session.run(() -> unreachable(session, guild, failure, done)));
    }

    private static void answered(Session session, long guild, Outcome outcome, Runnable done) {
        if (outcome.hasFailure()) {
            // The user left the guild in the meantime, or the guild is gone: its owner says so to the client.
            LOG.debugf(
                    "Guild %d refused session %d: %d",
                    guild, session.number(), outcome.getFailure().getCode());
            session.lane().leave(session, guild);
        }
        done.run();
    }

    private static void unreachable(Session session, long guild, Throwable failure, Runnable done) {
        if (session.phase() == Phase.READY) {
            LOG.warnf("Session %d could not join guild %d: %s", session.number(), guild, failure.toString());
            session.lane().leave(session, guild);
        }
        done.run();
    }

    /** The guilds of one session that wait. Touched on the session's lane only. */
    private final class Queue {
        private final Session session;
        private final long[] guilds;
        private int position;

        private Queue(Session session, long[] guilds) {
            this.session = session;
            this.guilds = guilds;
        }

        private void next() {
            if (position >= guilds.length || session.phase() != Phase.READY) {
                return;
            }
            if (session.pendingBytes() > COMFORTABLE_BACKLOG) {
                session.lane()
                        .loop()
                        .schedule(() -> session.run(this::next), BACKLOG_PAUSE.toMillis(), TimeUnit.MILLISECONDS);
                return;
            }
            long guild = guilds[position];
            position++;
            // After a $GUILD_ATTACH that overtook this queue there is nothing left to do.
            if (session.lane().attached(session, guild)) {
                next();
            } else {
                join(session, guild, this::next);
            }
        }
    }
}
