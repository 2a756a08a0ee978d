package io.guildhall.guild.channel;

import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.catalogue.Guilds;
import java.util.List;

/** The channels that a guild needs as long as it is a community: where its rules are, and where its moderators are told what changes. */
record CommunityChannels(GuildState guild) {
    private static final String COMMUNITY = "COMMUNITY";
    private static final List<Column<Long>> NEEDED = List.of(Guilds.RULES_CHANNEL_ID, Guilds.PUBLIC_UPDATES_CHANNEL_ID);

    /** @throws ApiException 50074 for one of them */
    void requireDeletable(long channelId) {
        if (needs(channelId)) {
            throw ApiException.of(ErrorCode.CANNOT_DELETE_CHANNEL_REQUIRED_FOR_COMMUNITY_GUILDS);
        }
    }

    /** @throws ApiException 50086 when one of them would be no text channel any more */
    void requireType(long channelId, ChannelType type) {
        if (type != ChannelType.GUILD_TEXT && needs(channelId)) {
            throw ApiException.of(ErrorCode.COMMUNITY_SERVER_CHANNELS_MUST_BE_TEXT_CHANNELS);
        }
    }

    private boolean needs(long channelId) {
        return guild.properties().features().contains(COMMUNITY)
                && NEEDED.stream().anyMatch(column -> guild.row().get(column, 0L) == channelId);
    }
}
