package io.guildhall.gateway.session;

import io.guildhall.model.rpc.Subscription;
import java.util.HashMap;
import java.util.Map;

/**
 * What a person's session looks at in each guild that it is attached to. Owners and relays know it too, but forget it when they go: then
 * the session says it again. Most sessions look at few of their guilds.
 */
public final class Subscriptions {
    private final Map<Long, Subscription> byGuild = new HashMap<>(2);
    private final LookPace pace = new LookPace();

    /** Nothing where the session looks at nothing. */
    Subscription of(long guild) {
        return byGuild.getOrDefault(guild, Subscription.getDefaultInstance());
    }

    public LookPace pace() {
        return pace;
    }

    void put(long guild, Subscription subscription) {
        byGuild.put(guild, subscription);
    }

    void forget(long guild) {
        byGuild.remove(guild);
    }

    Map<Long, Subscription> all() {
        return Map.copyOf(byGuild);
    }
}
