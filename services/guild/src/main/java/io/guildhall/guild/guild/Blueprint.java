package io.guildhall.guild.guild;

import io.guildhall.guild.authority.EmojiGuard;
import io.guildhall.guild.authority.OverwriteGuard;
import io.guildhall.guild.channel.ChannelFields;
import io.guildhall.guild.channel.ChannelSettings;
import io.guildhall.guild.patch.AuditDraft;
import io.guildhall.guild.role.RoleFields;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildRole;
import io.guildhall.guild.state.Rows;
import io.guildhall.model.body.Given;
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
    static Blueprint of(long guildId, NewGuild body, SnowflakeGenerator ids) {
        return new Builder(guildId, ids).build(body);
    }

    /** Gives out real ids for placeholders. */
    private static final class Builder {
        private final long guildId;
        private final SnowflakeGenerator ids;
        private final Map<Long, Long> roleIds = new HashMap<>();
        private final Map<Long, Long> channelIds = new HashMap<>();

        Builder(long guildId, SnowflakeGenerator ids) {
            this.guildId = guildId;
            this.ids = ids;
        }

        Blueprint build(NewGuild body) {
            List<GuildRole> roles = roles(body.roles().or(List.of()));
            List<ChannelPart> asked = body.channels().or(List.of());
            if (asked.isEmpty()) {
                List<GuildChannel> channels = usual();
                return new Blueprint(roles, channels, channels.get(1).id(), null);
            }
            return new Blueprint(roles, channels(asked), real(body.systemChannelId()), real(body.afkChannelId()));
        }

        /** The first role that was asked for is @everyone. */
        private List<GuildRole> roles(List<RolePart> asked) {
            List<GuildRole> roles = new ArrayList<>();
            for (RolePart role : asked) {
                long id = roles.isEmpty() ? guildId : ids.next();
                name(roleIds, role.id(), "roles", id);
                RowView row =
                        roles.isEmpty() ? RoleFields.everyone(guildId) : RoleFields.created(guildId, id, roles.size());
                row = RoleFields.patch(row, role.body(), new AuditDraft());
                roles.add(GuildRole.of(row));
            }
            if (roles.isEmpty()) {
                roles.add(GuildRole.of(RoleFields.everyone(guildId)));
            }
            return roles;
        }

        private List<GuildChannel> channels(List<ChannelPart> asked) {
            asked.forEach(channel -> name(channelIds, channel.id(), "channels", ids.next()));
            List<GuildChannel> channels = new ArrayList<>();
            for (ChannelPart channel : asked) {
                ChannelSettings settings = channel.settings();
                long id = channel.id().value().map(channelIds::get).orElseGet(ids::next);
                RowView row = ChannelFields.created(
                        guildId,
                        id,
                        settings.type().or(0L).intValue(),
                        settings.position().or((long) channels.size()));
                row = ChannelFields.patch(row, settings, EmojiGuard.OF_NEW_GUILD, new AuditDraft());
                row = Rows.with(row, Channels.PARENT_ID, real(settings.parentId()));
                row = Rows.with(row, Channels.OVERWRITES, Json.bytes(overwrites(settings)));
                channels.add(GuildChannel.of(row));
            }
            // Categories first, because channels are put into them.
            channels.sort(Comparator.comparing(channel -> channel.type() != ChannelType.GUILD_CATEGORY));
            return channels;
        }

        private List<PermissionOverwrite> overwrites(ChannelSettings settings) {
            return OverwriteGuard.read(settings.permissionOverwrites().or(List.of())).stream()
                    .map(this::withRealId)
                    .toList();
        }

        private PermissionOverwrite withRealId(PermissionOverwrite overwrite) {
            Long role = roleIds.get(Snowflake.parse(overwrite.id()));
            String id = role == null ? overwrite.id() : Snowflake.format(role);
            return new PermissionOverwrite(id, overwrite.type(), overwrite.allow(), overwrite.deny());
        }

        /** The channel that a placeholder stands for; null when it stands for none. */
        private Long real(Given<Long> placeholder) {
            return placeholder.value().map(channelIds::get).orElse(null);
        }

        /** Remembers what a placeholder stands for; one that stands for two things is refused. */
        private static void name(Map<Long, Long> names, Given<Long> placeholder, String field, long id) {
            if (placeholder.hasValue() && names.put(placeholder.required(), id) != null) {
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
