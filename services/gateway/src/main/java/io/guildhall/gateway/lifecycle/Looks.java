package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.command.Commands;
import io.guildhall.gateway.command.Owners;
import io.guildhall.gateway.session.Session;
import io.guildhall.model.rpc.Subscribe;
import io.guildhall.model.rpc.Subscription;
import jakarta.enterprise.context.ApplicationScoped;
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
     * The session looks elsewhere.
     *
     * @param before what it looked at until now
     * @param anew whether the parts of lists are told from their beginning, also those that it looked at before
     */
    public void changed(Session session, long guild, Subscription before, boolean anew) {
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
            changed(session, guild, NOTHING, true);
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
            changed(session, guild, known, true);
        }
    }
}
