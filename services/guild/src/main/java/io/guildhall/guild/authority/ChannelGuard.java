package io.guildhall.guild.authority;

import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import java.util.Collection;
import java.util.Optional;

/**
 * The one rule for channels that a guild's settings point to: whoever names one sees it. What does not show to the caller is as if it were not
 * there; what was named before may stay.
 */
public record ChannelGuard(GuildState guild, GuildMember caller) {
    public Optional<GuildChannel> find(long channelId) {
        return guild.findChannel(channelId)
                .filter(channel -> guild.permissions().shows(caller, channel));
    }

    /** @throws ApiException 10003 */
    public GuildChannel named(long channelId) {
        return find(channelId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_CHANNEL));
    }

    /** @throws ApiException 10003 for one that is none of these and does not show to the caller */
    public GuildChannel named(long channelId, Collection<Long> before) {
        return before.contains(channelId) ? guild.channel(channelId) : named(channelId);
    }
}
