package io.guildhall.guild.state;

import com.google.protobuf.ByteString;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Channel;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PermissionOverwrite;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import java.util.List;

/**
 * What those learn of a channel who do not see it: that there is one, of which kind and where, with a name that stands for any
 * and a flag that says so. As Discord has it since 2026 for people and bots alike, in GUILD_CREATE and in the events of channels.
 */
public final class HiddenChannel {
    private static final String NAME = "___hidden___";
    private static final long OBFUSCATED = 1 << 17;

    private HiddenChannel() {}

    /** As clients get it. */
    public static ByteString bytes(GuildChannel channel) {
        return Json.bytes(payload(channel));
    }

    static Channel payload(GuildChannel channel) {
        long guildId = channel.row().get(Channels.GUILD_ID);
        PermissionOverwrite denial = new PermissionOverwrite(
                Snowflake.format(guildId),
                PermissionOverwrite.ROLE,
                Permission.format(Permission.NONE),
                Permission.format(Permission.VIEW_CHANNEL.mask()));
        RowView row = Rows.create(Channels.TABLE, guildId, channel.id());
        row = Rows.with(row, Channels.TYPE, (long) channel.type().number());
        row = Rows.with(row, Channels.POSITION, channel.position());
        row = Rows.with(row, Channels.PARENT_ID, channel.row().get(Channels.PARENT_ID));
        row = Rows.with(row, Channels.NAME, NAME);
        row = Rows.with(row, Channels.FLAGS, OBFUSCATED);
        row = Rows.with(row, Channels.OVERWRITES, Json.write(List.of(denial)));
        return Channel.from(row);
    }
}
