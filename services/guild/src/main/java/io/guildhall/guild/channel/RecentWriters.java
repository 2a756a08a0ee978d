package io.guildhall.guild.channel;

import io.guildhall.guild.collection.LongMap;

/**
 * When members last wrote in channels that set a pause between two messages: a part of the guild's state that is stored nowhere.
 * It never changes. Of at least {@link #GENERATION} members and channels, at most twice as many; whoever wrote before those is
 * forgotten and let through early.
 *
 * @param size how many there are in the present generation
 */
record RecentWriters(LongMap<LongMap<Long>> present, LongMap<LongMap<Long>> before, int size) {
    static final RecentWriters NONE = new RecentWriters(LongMap.empty(), LongMap.empty(), 0);
    static final int GENERATION = 25_000;

    /** In ms since 1970; 0 when it is not known. */
    long lastWrittenAt(long channelId, long userId) {
        return Math.max(find(present, channelId, userId), find(before, channelId, userId));
    }

    RecentWriters with(long channelId, long userId, long at) {
        if (size >= GENERATION) {
            return new RecentWriters(LongMap.empty(), present, 0).with(channelId, userId, at);
        }
        LongMap<Long> inChannel = present.find(channelId).orElse(LongMap.empty());
        int added = inChannel.contains(userId) ? 0 : 1;
        return new RecentWriters(present.with(channelId, inChannel.with(userId, at)), before, size + added);
    }

    private static long find(LongMap<LongMap<Long>> writers, long channelId, long userId) {
        LongMap<Long> inChannel = writers.get(channelId);
        Long at = inChannel == null ? null : inChannel.get(userId);
        return at == null ? 0 : at;
    }
}
