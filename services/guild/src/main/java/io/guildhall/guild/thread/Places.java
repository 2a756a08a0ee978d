package io.guildhall.guild.thread;

import io.guildhall.guild.call.Place;
import io.guildhall.guild.channel.GuildPlace;
import io.guildhall.guild.state.GuildState;
import java.util.Optional;

/** Where messages of a guild stand: in a channel or in a thread. */
public final class Places {
    private Places() {}

    /** The channel or thread with this id; empty when the guild has none. */
    public static Optional<Place> find(GuildState guild, long id) {
        return guild.findChannel(id).isPresent()
                ? Optional.of(new GuildPlace(guild, id))
                : guild.thread(id).map(thread -> new ThreadPlace(guild, thread));
    }
}
