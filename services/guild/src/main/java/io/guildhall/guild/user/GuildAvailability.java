package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.event.Events;
import io.guildhall.model.id.Snowflake;
import jakarta.inject.Singleton;

/** A guild of this user's can't be used for a while, or can again: the user's sessions leave it, or come in. */
@Singleton
public final class GuildAvailability implements UserStep {
    public static final String STEP = "guildAvailability";
    public static final String GUILD_ID = "guild_id";
    public static final String AVAILABLE = "available";

    @Override
    public String step() {
        return STEP;
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        if (user.guilds().contains(Snowflake.parse(body.path(GUILD_ID).asText()))) {
            String control = body.path(AVAILABLE).asBoolean() ? "$GUILD_ATTACH" : "$GUILD_DETACH";
            changes.event(Events.control(control, body).build());
        }
        return Reply.noContent();
    }
}
