package io.guildhall.guild.guild;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.guild.authority.OverwriteGuard;
import io.guildhall.guild.channel.ChannelFields;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.role.RoleBody;
import io.guildhall.guild.role.RoleFields;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildRole;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.id.SnowflakeGenerator;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PermissionOverwrite;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The roles and channels that a new guild begins with, with real ids. Ids are null where there is no such channel. */
record Blueprint(List<GuildRole> roles, List<GuildChannel> channels, Long systemChannelId, Long afkChannelId) {
    static Blueprint of(long guildId, JsonNode body, SnowflakeGenerator ids) {
        return new Builder(guildId, ids).build(body);
    }

    /** Gives out real ids for placeholders. */
    private static final class Builder {
        private final long guildId;
        private final SnowflakeGenerator ids;
        private final Map<String, Long> roleIds = new HashMap<>();
        private final Map<String, Long> channelIds = new HashMap<>();

        Builder(long guildId, SnowflakeGenerator ids) {
            this.guildId = guildId;
            this.ids = ids;
        }

        Blueprint build(JsonNode body) {
            List<GuildRole> roles = roles(body.path("roles"));
            JsonNode asked = body.path("channels");
            if (asked.isEmpty()) {
                List<GuildChannel> channels = usual();
                return new Blueprint(roles, channels, channels.get(1).id(), null);
            }
            return new Blueprint(
                    roles,
                    channels(asked),
                    channelIds.get(body.path("system_channel_id").asText()),
                    channelIds.get(body.path("afk_channel_id").asText()));
        }

        /** The first role that was asked for is @everyone. */
        private List<GuildRole> roles(JsonNode asked) {
            List<GuildRole> roles = new ArrayList<>();
            for (JsonNode role : asked) {
                long id = roles.isEmpty() ? guildId : ids.next();
                name(roleIds, role, "roles", id);
                RowView row =
                        roles.isEmpty() ? RoleFields.everyone(guildId) : RoleFields.created(guildId, id, roles.size());
                row = RoleFields.patch(row, RoleBody.of(role), new AuditDraft());
                roles.add(GuildRole.of(row));
            }
            if (roles.isEmpty()) {
                roles.add(GuildRole.of(RoleFields.everyone(guildId)));
            }
            return roles;
        }

        private List<GuildChannel> channels(JsonNode asked) {
            asked.forEach(channel -> name(channelIds, channel, "channels", ids.next()));
            List<GuildChannel> channels = new ArrayList<>();
            for (JsonNode channel : asked) {
                long id = channel.has("id") ? channelIds.get(channel.path("id").asText()) : ids.next();
                RowView row = ChannelFields.created(
                        guildId,
                        id,
                        channel.path("type").asInt(0),
                        channel.path("position").asInt(channels.size()));
                row = ChannelFields.patch(row, channel, new AuditDraft());
                row = Rows.with(
                        row,
                        Channels.PARENT_ID,
                        channelIds.get(channel.path("parent_id").asText()));
                row = Rows.with(
                        row, Channels.OVERWRITES, Json.write(overwrites(channel.path("permission_overwrites"))));
                channels.add(GuildChannel.of(row));
            }
            // Categories first, because channels are put into them.
            channels.sort(Comparator.comparing(channel -> channel.type() != ChannelType.GUILD_CATEGORY));
            return channels;
        }

        private List<PermissionOverwrite> overwrites(JsonNode asked) {
            return OverwriteGuard.read(asked).stream().map(this::withRealId).toList();
        }

        private PermissionOverwrite withRealId(PermissionOverwrite overwrite) {
            Long role = roleIds.get(overwrite.id());
            String id = role == null ? overwrite.id() : Snowflake.format(role);
            return new PermissionOverwrite(id, overwrite.type(), overwrite.allow(), overwrite.deny());
        }

        /** Remembers what a placeholder stands for; one that stands for two things is refused. */
        private static void name(Map<String, Long> names, JsonNode part, String field, long id) {
            if (part.has("id") && names.put(part.get("id").asText(), id) != null) {
                throw ApiException.invalidField(
                        field, "SET_TYPE_ALREADY_CONTAINS_VALUE", "The set already contains this value");
            }
        }

        private List<GuildChannel> usual() {
            GuildChannel text = usual(ChannelType.GUILD_CATEGORY, "Text Channels", 0, null);
            GuildChannel general = usual(ChannelType.GUILD_TEXT, "general", 0, text.id());
            GuildChannel voice = usual(ChannelType.GUILD_CATEGORY, "Voice Channels", 1, null);
            return List.of(text, general, voice, usual(ChannelType.GUILD_VOICE, "General", 0, voice.id()));
        }

        private GuildChannel usual(ChannelType type, String name, int position, Long parent) {
            RowView row = ChannelFields.created(guildId, ids.next(), type.number(), position);
            row = Rows.with(row, Channels.NAME, name);
            return GuildChannel.of(Rows.with(row, Channels.PARENT_ID, parent));
        }
    }
}
