package io.guildhall.guild.readstate;

import io.guildhall.guild.collection.LongMap;
import io.guildhall.guild.collection.LongMapBuilder;
import io.guildhall.guild.user.UserState;
import io.guildhall.model.table.catalogue.ReadStates;

/**
 * How far a person has read, in all channels: a part of the person's state that is loaded when it is first needed. It never changes.
 *
 * @param unwritten the states that the store does not have yet
 * @param unwrittenSince when the oldest of them came, in ms since 1970
 */
record ReadProgress(LongMap<ReadState> states, LongMap<ReadState> unwritten, long unwrittenSince) {
    /** Two hundred guilds of five hundred channels. Beyond, what was read longest ago makes room. */
    static final int MOST = 100_000;

    static ReadProgress of(UserState user) {
        return user.part(ReadProgress.class, ReadProgress::load);
    }

    private static ReadProgress load(UserState user) {
        LongMapBuilder<ReadState> states = new LongMapBuilder<>();
        user.context()
                .storage()
                .all(ReadStates.TABLE, user.id())
                .forEach(row -> states.add(row.get(ReadStates.CHANNEL_ID), ReadState.of(row)));
        return new ReadProgress(states.build(), LongMap.empty(), 0);
    }

    ReadProgress later(ReadState state, long now) {
        return new ReadProgress(
                states.with(state.channelId(), state),
                unwritten.with(state.channelId(), state),
                unwritten.isEmpty() ? now : unwrittenSince);
    }

    ReadProgress written(ReadState state) {
        return new ReadProgress(
                states.with(state.channelId(), state), unwritten.without(state.channelId()), unwrittenSince);
    }

    ReadProgress without(long channelId) {
        return new ReadProgress(states.without(channelId), unwritten.without(channelId), unwrittenSince);
    }

    ReadProgress allWritten() {
        return new ReadProgress(states, LongMap.empty(), 0);
    }
}
