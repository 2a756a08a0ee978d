package io.guildhall.guild.channel;

import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.ChannelType;

/** Categories as parents of channels. */
final class Parents {
    private static final int MAX_CHILDREN = 50;

    private Parents() {}

    /** Refuses a parent that is no category, is full, or is given to a category. */
    static void requireRoom(GuildState guild, long parentId, ChannelType childType) {
        boolean category = guild.findChannel(parentId)
                .filter(parent -> parent.type() == ChannelType.GUILD_CATEGORY)
                .isPresent();
        if (!category || childType == ChannelType.GUILD_CATEGORY) {
            throw ApiException.invalidField("parent_id", "CHANNEL_PARENT_INVALID_TYPE", "Not a category");
        }
        long children = guild.channels().stream()
                .filter(channel -> channel.parentId() == parentId)
                .count();
        if (children >= MAX_CHILDREN) {
            throw ApiException.invalidField(
                    "parent_id", "CHANNEL_PARENT_MAX_CHANNELS", "Maximum number of channels in category reached (50)");
        }
    }
}
