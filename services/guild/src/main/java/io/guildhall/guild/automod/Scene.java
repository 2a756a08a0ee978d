package io.guildhall.guild.automod;

import io.guildhall.guild.call.Place;
import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.thread.ThreadPlace;
import java.util.List;
import java.util.Optional;

/**
 * Where in a guild something is written.
 *
 * @param placeId the channel or thread
 * @param around the ids of it and of what it stands in, for rules that spare any of them
 */
record Scene(GuildState guild, long placeId, List<Long> around) {
    /** Empty for private channels. */
    static Optional<Scene> of(Place place) {
        if (place instanceof GuildPlace in) {
            return Optional.of(of(in.guild(), in.channelId(), in.guild().channel(in.channelId())));
        }
        if (place instanceof ThreadPlace in) {
            GuildState guild = in.guild();
            return Optional.of(
                    of(guild, in.channelId(), guild.channel(in.thread().parentId())));
        }
        return Optional.empty();
    }

    private static Scene of(GuildState guild, long placeId, GuildChannel channel) {
        return new Scene(guild, placeId, List.of(placeId, channel.id(), channel.parentId()));
    }
}
