package io.guildhall.guild.state;

import io.guildhall.guild.collection.LongMap;
import java.util.List;

/** The active threads of a guild at one moment. It never changes. */
public record ThreadList(LongMap<GuildThread> byId) {
    /** More are not active at once. */
    public static final int MOST = 1_000;

    static final ThreadList EMPTY = new ThreadList(LongMap.empty());

    ThreadList with(GuildThread thread) {
        return new ThreadList(byId.with(thread.id(), thread));
    }

    ThreadList without(long threadId) {
        return new ThreadList(byId.without(threadId));
    }

    /** Those of one channel, by id. */
    public List<GuildThread> of(long channelId) {
        return byId.values().stream()
                .filter(thread -> thread.parentId() == channelId)
                .toList();
    }
}
