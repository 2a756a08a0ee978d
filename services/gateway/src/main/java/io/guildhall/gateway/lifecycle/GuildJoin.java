package io.guildhall.gateway.lifecycle;

import io.guildhall.gateway.command.Owners;
import io.guildhall.gateway.config.GatewayConfig;
import io.guildhall.gateway.session.Phase;
import io.guildhall.gateway.session.Session;
import jakarta.enterprise.context.ApplicationScoped;

/** Lets sessions join guilds; each pulls GUILD_CREATE from the guild's owner. On the session's lane. */
@ApplicationScoped
public class GuildJoin {
    private final Owners owners;
    private final Pulls pulls;
    private final Looks looks;
    private final int concurrency;

    public GuildJoin(Owners owners, Pulls pulls, Looks looks, GatewayConfig config) {
        this.owners = owners;
        this.pulls = pulls;
        this.looks = looks;
        this.concurrency = config.attach().concurrency();
    }

    /** Joins these guilds, a few at a time. */
    public void joinAll(Session session, long[] guilds) {
        Queue queue = new Queue(session, guilds);
        for (int started = 0; started < concurrency; started++) {
            queue.next();
        }
    }

    /** Joins one guild that the session knows of. */
    public void join(Session session, long guild) {
        join(session, guild, () -> {});
    }

    /** Joins one guild that the session's user came into just now. */
    public void enter(Session session, long guild) {
        new GuildEntry(owners, pulls, looks, session, guild, true, () -> {}).begin();
    }

    private void join(Session session, long guild, Runnable done) {
        new GuildEntry(owners, pulls, looks, session, guild, false, done).begin();
    }

    /** The guilds of one session that wait. */
    private final class Queue {
        private final Session session;
        private final long[] guilds;
        private int position;

        private Queue(Session session, long[] guilds) {
            this.session = session;
            this.guilds = guilds;
        }

        private void next() {
            // After a $GUILD_ATTACH that overtook this queue there is nothing left to do for a guild.
            while (position < guilds.length && session.lane().attached(session, guilds[position])) {
                position++;
            }
            if (position >= guilds.length || session.phase() != Phase.READY) {
                return;
            }
            long guild = guilds[position];
            position++;
            join(session, guild, this::next);
        }
    }
}
