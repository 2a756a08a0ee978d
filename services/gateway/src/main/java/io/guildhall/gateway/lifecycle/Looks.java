package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.command.Commands;
import io.guildhall.gateway.command.Owners;
import io.guildhall.gateway.session.LookPace;
import io.guildhall.gateway.session.Phase;
import io.guildhall.gateway.session.Session;
import io.guildhall.model.rpc.Subscribe;
import io.guildhall.model.rpc.Subscription;
import io.guildhall.observability.process.Later;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Tells a guild's owner what a session looks at there. On the session's lane. */
@ApplicationScoped
public class Looks {
    private static final Logger LOG = Logger.getLogger(Looks.class);
    private static final Subscription NOTHING = Subscription.getDefaultInstance();

    private final Owners owners;
    private final Pulls pulls;

    public Looks(Owners owners, Pulls pulls) {
        this.owners = owners;
        this.pulls = pulls;
    }

    /**
     * The session looks elsewhere. Its owner hears of it now, or when {@link LookPace} lets it.
     *
     * @param before what it looked at until now
     * @param anew whether the parts of lists are told from their beginning, also those that it looked at before
     */
    public void changed(Session session, long guild, Subscription before, boolean anew) {
        LookPace pace = session.subscriptions().pace();
        if (pace.joins(guild, anew)) {
            return;
        }
        long wait = pace.take(
                guild, before, session.subscription(guild), session.lane().now());
        if (wait == 0) {
            tell(session, guild, before, anew);
            return;
        }
        pace.put(guild, new LookPace.Waiting(before, anew));
        Later.run(
                session.lane().loop(),
                Duration.ofMillis(wait),
                "Looking elsewhere",
                () -> session.run(() -> waited(session, guild)));
    }

    /** Who has left the guild meanwhile, or just comes in, says it then. */
    private void waited(Session session, long guild) {
        session.subscriptions()
                .pace()
                .remove(guild)
                .filter(waiting -> session.phase() == Phase.READY
                        && session.lane().attached(session, guild)
                        && !session.isJoining(guild))
                .ifPresent(waiting -> changed(session, guild, waiting.before(), waiting.anew()));
    }

    private void tell(Session session, long guild, Subscription before, boolean anew) {
        if (ThreadLook.begins(before, session.subscription(guild))) {
            new ThreadLook(owners, pulls, session, guild).begin(anew);
        } else {
            owners.inOrder(session.reference(), Commands.subscribe(session, guild, anew))
                    .subscribe()
                    .with(
                            outcome -> {},
                            failure -> LOG.debugf("What was looked at in %d was lost: %s", guild, failure));
        }
    }

    /** The session has just come. */
    void came(Session session, long guild) {
        if (session.looksAt(guild)) {
            session.subscriptions().pace().remove(guild);
            tell(session, guild, NOTHING, true);
        }
    }

    /**
     * The session has come back. What it began to look at on its way may have reached the owner before it, where it counted for nothing
     * or was undone by what the session came with.
     *
     * @param with what it came with; null for nothing
     */
    void cameBack(Session session, long guild, Subscribe with) {
        Subscription known = with == null ? NOTHING : with.getSubscription();
        if (!session.subscription(guild).equals(known) && session.lane().attached(session, guild)) {
            session.subscriptions().pace().remove(guild);
            tell(session, guild, known, true);
        }
    }
}
