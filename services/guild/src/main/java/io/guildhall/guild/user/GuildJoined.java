package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.event.Events;
import io.guildhall.model.id.Snowflake;
import io.quarkus.arc.All;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * A guild's owner made this user a member. The gateways are told even when the guild was known already: it may have been
 * read from the store after sessions had attached, and attaching twice does no harm.
 */
@Singleton
public final class GuildJoined implements UserStep {
    private final List<GuildListener> listeners;

    public GuildJoined(@All List<GuildListener> listeners) {
        this.listeners = listeners;
    }

    @Override
    public String step() {
        return "guildJoined";
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        long guild = Snowflake.parse(body.path("guild_id").asText());
        user.joinGuild(guild);
        listeners.forEach(listener -> listener.joined(user, guild, changes));
        // The profile may have changed between the guild's look at it and now.
        ProfileChange.tellGuild(user, guild, changes);
        changes.event(Events.control("$GUILD_ATTACH", body).build());
        return Reply.noContent();
    }
}
