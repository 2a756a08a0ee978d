package io.guildhall.guild.state;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.CommandPermissions;
import io.guildhall.model.table.catalogue.Roles;
import java.util.Optional;

/** The managed role that carries the permissions which a bot was added with; it lives as long as the bot is a member. */
public record BotRoles(GuildState guild, Changes changes) {
    /** The role that belongs to this bot. */
    public Optional<GuildRole> find(long botId) {
        return guild.roles().stream()
                .filter(role -> role.managed() && isOf(botId, role))
                .findFirst();
    }

    /** A role for this bot, which is not part of the guild yet. */
    public GuildRole fresh(long roleId, long botId, String name, long permissions) {
        return GuildRole.of(Rows.with(fresh(roleId, botId, name), Roles.PERMISSIONS, permissions));
    }

    /** A bot that leaves takes its role, its integration and what was decided on its commands with it; people have none of these. */
    void delete(GuildMember member) {
        if (!member.bot()) {
            return;
        }
        find(member.id()).ifPresent(role -> RoleRemoval.remove(guild, role, changes));
        changes.write(Write.deletePartition(CommandPermissions.TABLE, guild.id(), member.id()));
        String bot = Snowflake.format(member.id());
        String guildId = Snowflake.format(guild.id());
        changes.event(Events.inGuild(
                        DispatchEvent.INTEGRATION_DELETE,
                        Json.object().put("id", bot).put("guild_id", guildId).put("application_id", bot))
                .build());
        changes.event(Events.inGuild(
                        DispatchEvent.GUILD_INTEGRATIONS_UPDATE, Json.object().put("guild_id", guildId))
                .build());
    }

    private RowView fresh(long roleId, long botId, String name) {
        RowView row = Rows.create(Roles.TABLE, guild.id(), roleId);
        row = Rows.with(row, Roles.NAME, name);
        row = Rows.with(row, Roles.POSITION, 1L);
        row = Rows.with(row, Roles.MANAGED, true);
        return Rows.with(
                row,
                Roles.TAGS,
                Json.object()
                        .put("bot_id", Snowflake.format(botId))
                        .put("integration_id", Snowflake.format(botId))
                        .toString());
    }

    private static boolean isOf(long botId, GuildRole role) {
        JsonNode tags = Json.parse(role.row().get(Roles.TAGS, "{}"));
        return tags.path("bot_id").asText().equals(Snowflake.format(botId));
    }
}
