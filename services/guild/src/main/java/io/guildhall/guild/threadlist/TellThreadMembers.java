package io.guildhall.guild.threadlist;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.call.GuildStep;
import io.guildhall.guild.collection.Cursor;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.memberlist.MemberListing;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.ThreadLooker;
import io.guildhall.guild.state.WatchedThreads;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Subscription;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Tells those who look at the members of threads what changed in them, and takes from them what they do not see any more. The guild asks
 * itself for it. A turn looks {@value #USERS} users through and tells some {@value #BUDGET} bytes; the rest is for another turn.
 */
@Singleton
public final class TellThreadMembers implements GuildStep {
    public static final String STEP = "tellThreadMembers";

    private static final int USERS = 500;
    private static final int BUDGET = 512 << 10;

    private final ThreadLooks looks;
    private final MemberListing lists;

    public TellThreadMembers(ThreadLooks looks, MemberListing lists) {
        this.looks = looks;
        this.lists = lists;
    }

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(GuildState guild, JsonNode body, Changes changes) {
        Optional<WatchedThreads> found = guild.findPart(WatchedThreads.class);
        if (found.isPresent()) {
            guild.putPart(found.get().askedAt(0));
            lookThrough(guild, changes);
            guild.findPart(WatchedThreads.class).ifPresent(watched -> tell(guild, watched, changes));
        }
        return Reply.noContent();
    }

    private void lookThrough(GuildState guild, Changes changes) {
        WatchedThreads watched = guild.findPart(WatchedThreads.class).orElseThrow();
        List<Long> users = watched.doubts().next(watched.lookers(), USERS);
        guild.putPart(watched.lookedThrough(USERS));
        for (long user : users) {
            watched.lookers().of(user).forEach(looker -> lookThrough(guild, looker, changes));
        }
    }

    /** The session looks at what still shows to its user, and hears no more of the rest, should it ever show again. */
    private void lookThrough(GuildState guild, ThreadLooker looker, Changes changes) {
        Subscription seen = looks.seen(guild, looker.userId(), looker.subscription());
        if (!seen.equals(looker.subscription())) {
            guild.audience()
                    .find(looker.session())
                    .ifPresent(joined -> lists.looks(guild, joined, seen, false, changes));
            guild.findPart(WatchedThreads.class)
                    .ifPresent(watched -> ThreadLooks.keep(
                            guild, watched, watched.with(new ThreadLooker(looker.session(), looker.userId(), seen))));
        }
    }

    private static void tell(GuildState guild, WatchedThreads watched, Changes changes) {
        WatchedThreads next = watched;
        int left = BUDGET;
        Cursor<Boolean> changed = watched.changed().cursor();
        while (left > 0 && changed.hasNext()) {
            changed.next();
            GuildThread thread = guild.threads().byId().get(changed.id());
            if (thread == null) {
                next = next.told(changed.id(), 0);
            } else if (next.dueAt(thread.id()) <= guild.now()) {
                Event event = new ThreadMemberList(guild, thread).told();
                left -= event.getPayload().size();
                changes.event(event);
                next = next.told(thread.id(), guild.now() + ThreadLooks.interval(thread));
            }
        }
        ThreadLooks.keep(guild, watched, next);
    }
}
