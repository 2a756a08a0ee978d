package io.guildhall.guild.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Surroundings;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildPermissions;
import io.guildhall.guild.state.GuildRole;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.GuildProperties;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Role;
import io.guildhall.model.permission.Permission;
import java.util.List;
import java.util.Optional;

/** What an application is told of a guild. */
record GuildSurroundings(GuildState guild) implements Surroundings {
    private static final List<String> IN_SHORT = List.of(
            "id",
            "type",
            "guild_id",
            "name",
            "position",
            "flags",
            "parent_id",
            "nsfw",
            "topic",
            "last_message_id",
            "last_pin_timestamp",
            "rate_limit_per_user");

    @Override
    public Optional<ObjectNode> channel(long channelId, long userId, long applicationId) {
        GuildPermissions permissions = guild.permissions();
        GuildMember user = guild.member(userId);
        return guild.findChannel(channelId)
                .filter(channel -> permissions.shows(user, channel))
                .map(channel -> {
                    ObjectNode described = Json.<ObjectNode>tree(channel.payload())
                            .retain(IN_SHORT)
                            .put("permissions", Permission.format(permissions.of(user, channel)));
                    guild.findMember(applicationId)
                            .ifPresent(application -> described.put(
                                    "app_permissions", Permission.format(permissions.of(application, channel))));
                    return described;
                });
    }

    @Override
    public Optional<Role> role(long roleId) {
        return guild.findRole(roleId).map(GuildRole::payload);
    }

    @Override
    public Optional<ObjectNode> guildInShort() {
        GuildProperties properties = guild.properties();
        ObjectNode described =
                Json.object().put("id", Snowflake.format(guild.id())).put("locale", properties.preferredLocale());
        described.set("features", Json.tree(properties.features()));
        return Optional.of(described);
    }
}
