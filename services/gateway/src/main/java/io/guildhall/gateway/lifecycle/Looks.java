package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.command.Commands;
import io.guildhall.gateway.command.Owners;
import io.guildhall.gateway.session.Session;
import io.guildhall.model.rpc.Subscribe;
import io.guildhall.model.rpc.Subscription;
import org.jboss.logging.Logger;

/** Tells a guild's owner what a session looks at there, when the owner can know something else. On the session's lane. */
record Looks(Owners owners) {
    private static final Logger LOG = Logger.getLogger(Looks.class);

    /** The session has just come. */
    void came(Session session, long guild) {
        if (session.looksAt(guild)) {
            say(session, guild);
        }
    }

    /**
     * The session has come back. What it began to look at on its way may have reached the owner before it, where it counted for nothing
     * or was undone by what the session came with.
     *
     * @param with what it came with; null for nothing
     */
    void cameBack(Session session, long guild, Subscribe with) {
        Subscription known = with == null ? Subscription.getDefaultInstance() : with.getSubscription();
        if (!session.subscription(guild).equals(known) && session.lane().attached(session, guild)) {
            say(session, guild);
        }
    }

    private void say(Session session, long guild) {
        owners.inOrder(session.reference(), Commands.subscribe(session, guild, true))
                .subscribe()
                .with(outcome -> {}, failure -> LOG.debugf("What was looked at in %d was lost: %s", guild, failure));
    }
}
