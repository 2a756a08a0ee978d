package io.guildhall.guild.user;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.model.event.Events;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Commands;
import jakarta.inject.Singleton;

/** This user is no member of a guild any more. A bot's commands in that guild go with it. */
@Singleton
public final class GuildLeft implements UserStep {
    @Override
    public String step() {
        return "guildLeft";
    }

    @Override
    public Reply handle(UserState user, JsonNode body, Changes changes) {
        long guild = Snowflake.parse(body.path("guild_id").asText());
        user.leaveGuild(guild);
        if (user.application().isPresent()) {
            changes.write(Write.deletePartition(Commands.TABLE, user.id(), guild));
        }
        changes.event(Events.control("$GUILD_DETACH", body).build());
        return Reply.noContent();
    }
}
