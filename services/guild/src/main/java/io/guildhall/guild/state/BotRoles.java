package io.guildhall.guild.state;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.CommandPermissions;
import io.guildhall.model.table.catalogue.Roles;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The managed role that carries the permissions which a bot was added with; it lives as long as the bot is a member. */
public record BotRoles(GuildState guild, Changes changes) {
    /** The role that belongs to this bot. */
    public Optional<GuildRole> find(long botId) {
        return guild.roles().stream()
                .filter(role -> role.managed() && botOf(role).equals(Snowflake.format(botId)))
                .findFirst();
    }

    /** A role for this bot, which is not part of the guild yet. */
    public GuildRole fresh(long roleId, long botId, String name, long permissions) {
        return GuildRole.of(Rows.with(fresh(roleId, botId, name), Roles.PERMISSIONS, permissions));
    }

    /** Bots that leave take their roles, their integrations and what was decided on their commands with them; people have none of these. */
    void deleteOf(List<GuildMember> leaving) {
        List<GuildMember> bots = leaving.stream().filter(GuildMember::bot).toList();
        if (bots.isEmpty()) {
            return;
        }
        Set<String> ids = bots.stream().map(bot -> Snowflake.format(bot.id())).collect(Collectors.toSet());
        List<GuildRole> roles = guild.roles().stream()
                .filter(role -> role.managed() && ids.contains(botOf(role)))
                .toList();
        if (!roles.isEmpty()) {
            new GuildEdits(guild, changes).deleteRoles(roles);
        }
        bots.forEach(this::forgetIntegration);
    }

    private void forgetIntegration(GuildMember member) {
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

    private static String botOf(GuildRole role) {
        return Json.parse(role.row().get(Roles.TAGS, "{}")).path("bot_id").asText();
    }
}
