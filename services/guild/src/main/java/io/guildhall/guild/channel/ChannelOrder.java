package io.guildhall.guild.channel;

import io.guildhall.guild.state.GuildState;
import io.guildhall.model.payload.ChannelType;

/** Positions of channels among those that clients sort together. */
final class ChannelOrder {
    private ChannelOrder() {}

    /** The position behind all channels of the same kind; beside the last one where there is no higher number. */
    static long end(GuildState guild, ChannelType type) {
        return guild.channels().stream()
                .filter(channel -> sameList(channel.type(), type))
                .mapToLong(channel -> Math.min(channel.position() + 1, Integer.MAX_VALUE))
                .max()
                .orElse(0);
    }

    private static boolean sameList(ChannelType one, ChannelType other) {
        return one.voice() == other.voice()
                && (one == ChannelType.GUILD_CATEGORY) == (other == ChannelType.GUILD_CATEGORY);
    }
}
