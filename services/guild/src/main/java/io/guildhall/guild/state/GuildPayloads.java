package io.guildhall.guild.state;

import io.guildhall.model.payload.Emoji;
import io.guildhall.model.payload.Guild;
import io.guildhall.model.payload.Role;
import io.guildhall.model.payload.Sticker;
import java.util.List;

/** A guild as answers and events show it. */
public final class GuildPayloads {
    private GuildPayloads() {}

    /** As GUILD_UPDATE and most answers carry it. */
    public static Guild update(GuildView guild) {
        return new Guild(guild.properties(), roles(guild), emojis(guild), stickers(guild), null, null);
    }

    public static Guild withCounts(GuildView guild) {
        return new Guild(
                guild.properties(),
                roles(guild),
                emojis(guild),
                stickers(guild),
                guild.memberCount(),
                guild.presences().onlineCount());
    }

    /** Every emoji, without who made it. */
    public static List<Emoji> emojis(GuildView guild) {
        return guild.expressions().emojis().payloads().get();
    }

    /** Every sticker, without who made it. */
    public static List<Sticker> stickers(GuildView guild) {
        return guild.expressions().stickers().payloads().get();
    }

    /** Every role, @everyone first, by position and id. */
    public static List<Role> roles(GuildView guild) {
        return guild.contents().roles().payloads().get();
    }
}
