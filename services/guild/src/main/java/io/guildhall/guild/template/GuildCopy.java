package io.guildhall.guild.template;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildRole;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.payload.GuildProperties;
import io.guildhall.model.payload.Json;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A guild as its template has it: settings, roles and channels with small numbers in the place of ids, and nobody in it. @everyone is
 * number 0; roles of integrations and what is said of single members are left out, and so are channels that whoever copies does not see:
 * a template is read by all who know its code.
 */
record GuildCopy(GuildView guild, GuildMember copier) {
    ObjectNode json() {
        List<GuildRole> roles = roles();
        List<GuildChannel> channels = channels();
        Map<Long, Integer> roleNumbers = new HashMap<>();
        roles.forEach(role -> roleNumbers.put(role.id(), roleNumbers.size()));
        Map<Long, Integer> channelNumbers = new HashMap<>();
        channels.forEach(channel -> channelNumbers.put(channel.id(), channelNumbers.size() + 1));
        ChannelCopies copies = new ChannelCopies(roleNumbers, channelNumbers);
        GuildProperties settings = GuildProperties.from(guild.row());
        ObjectNode json = Json.object()
                .put("name", settings.name())
                .put("description", settings.description())
                .put("region", settings.region())
                .put("verification_level", settings.verificationLevel())
                .put("default_message_notifications", settings.defaultMessageNotifications())
                .put("explicit_content_filter", settings.explicitContentFilter())
                .put("preferred_locale", settings.preferredLocale())
                .put("afk_channel_id", copies.number(settings.afkChannelId()))
                .put("afk_timeout", settings.afkTimeout())
                .put("system_channel_id", copies.number(settings.systemChannelId()))
                .put("system_channel_flags", settings.systemChannelFlags());
        var roleList = json.putArray("roles");
        roles.forEach(role -> roleList.add(RoleCopy.json(role.payload(), roleNumbers.get(role.id()))));
        var channelList = json.putArray("channels");
        channels.forEach(channel -> channelList.add(copies.json(channel.payload())));
        return json;
    }

    private List<GuildRole> roles() {
        return guild.roles().stream()
                .filter(role -> !role.managed())
                .sorted(Comparator.<GuildRole, Boolean>comparing(role -> role.id() != guild.id())
                        .thenComparing(GuildRole::position)
                        .thenComparing(GuildRole::id))
                .toList();
    }

    /** Categories first, because channels are put into them. */
    private List<GuildChannel> channels() {
        return guild.channels().stream()
                .filter(channel -> guild.permissions().shows(copier, channel))
                .sorted(Comparator.<GuildChannel, Boolean>comparing(
                                channel -> channel.type() != ChannelType.GUILD_CATEGORY)
                        .thenComparing(channel -> channel.payload().position())
                        .thenComparing(GuildChannel::id))
                .toList();
    }
}
