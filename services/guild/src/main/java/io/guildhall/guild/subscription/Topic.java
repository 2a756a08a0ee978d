package io.guildhall.guild.subscription;

import io.guildhall.model.gateway.Intent;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.Subscription;
import java.util.ArrayList;
import java.util.List;

/**
 * Numbers by which a guild's sessions ask for events that not everybody who may see them gets. A user's id stands for what that user
 * does as a member and by its presence, and {@link #presenceOf} for that without what it merely does; a thread's id for the list of its members;
 * numbers with the bit {@link #NO_ID}, which nobody can name, for what is told to all who ask: a client that lists members gets no more than
 * members by it.
 */
public final class Topic {
    /** No id has this bit; those that clients send are refused with it. */
    public static final long NO_ID = 1L << 63;
    /** Everybody's presences. */
    public static final long PRESENCES = NO_ID | 1;
    /** Who writes. */
    public static final long TYPING = NO_ID | 2;
    /** Everybody who becomes a member, ceases to be one, or changes as one. */
    public static final long MEMBERS = NO_ID | 3;

    /** Nobody has an id as high, before the year 2084; what would stand for its presence begins here to mean something else. */
    private static final long IDS_END = Long.MAX_VALUE - (1L << 50);

    private Topic() {}

    /** What a member is and whether it is there, but for changes of its activities alone in a large guild. */
    public static long presenceOf(long userId) {
        return ~userId;
    }

    /** What a session asks for: a bot by its intents, a person by what it looks at. */
    public static List<Long> of(Session session, Subscription subscription) {
        return session.getBot() ? ofBot(session.getIntents()) : ofPerson(subscription);
    }

    private static List<Long> ofBot(long intents) {
        List<Long> topics = new ArrayList<>(3);
        if (Intent.GUILD_PRESENCES.in(intents)) {
            topics.add(PRESENCES);
        }
        if (Intent.GUILD_MEMBERS.in(intents)) {
            topics.add(MEMBERS);
        }
        if (Intent.GUILD_MESSAGE_TYPING.in(intents)) {
            topics.add(TYPING);
        }
        return topics;
    }

    /** Of what a person looks at, all but the parts of lists, whose topics are theirs. */
    public static List<Long> ofPerson(Subscription subscription) {
        List<Long> topics = new ArrayList<>(subscription.getMembersCount() + 2);
        topics.addAll(subscription.getThreadMemberListsList());
        for (long member : subscription.getMembersList()) {
            if (member < IDS_END) {
                topics.add(subscription.getActivities() ? member : presenceOf(member));
            }
        }
        if (subscription.getTyping()) {
            topics.add(TYPING);
        }
        if (subscription.getMemberUpdates()) {
            topics.add(MEMBERS);
        }
        return topics;
    }
}
