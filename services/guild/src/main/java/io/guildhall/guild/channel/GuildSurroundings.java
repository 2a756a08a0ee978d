package io.guildhall.guild.channel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Surroundings;
import io.guildhall.guild.state.GuildChannel;
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
import java.util.OptionalLong;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

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

    /** Of a thread that is told beside. */
    private static final List<String> OF_THREADS =
            Stream.concat(IN_SHORT.stream(), Stream.of("thread_metadata")).toList();

    @Override
    public Optional<ObjectNode> channel(long channelId, long userId, long applicationId) {
        GuildPermissions permissions = guild.permissions();
        GuildMember user = guild.member(userId);
        Optional<GuildChannel> channel = guild.findChannel(channelId);
        if (channel.isEmpty()) {
            return guild.thread(channelId)
                    .filter(thread -> permissions.shows(user, thread))
                    .map(thread -> described(
                            ((ObjectNode) Json.parse(thread.serialised().get())).retain(OF_THREADS),
                            permissions.of(user, thread),
                            application(applicationId, member -> permissions.of(member, thread))));
        }
        return channel.filter(found -> permissions.shows(user, found))
                .map(found -> described(
                        Json.<ObjectNode>tree(found.payload()).retain(IN_SHORT),
                        permissions.of(user, found),
                        application(applicationId, member -> permissions.of(member, found))));
    }

    private OptionalLong application(long applicationId, ToLongFunction<GuildMember> permissions) {
        return guild.findMember(applicationId).stream().mapToLong(permissions).findFirst();
    }

    private static ObjectNode described(ObjectNode channel, long ofUser, OptionalLong ofApplication) {
        channel.put("permissions", Permission.format(ofUser));
        ofApplication.ifPresent(permissions -> channel.put("app_permissions", Permission.format(permissions)));
        return channel;
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
