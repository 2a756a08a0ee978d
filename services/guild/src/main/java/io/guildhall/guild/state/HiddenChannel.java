package io.guildhall.guild.state;

import com.google.protobuf.ByteString;
import io.guildhall.guild.collection.Once;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Channel;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.PermissionOverwrite;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import java.util.List;

/**
 * What those learn of a channel who do not see it: that there is one, of which kind and where, with a name that stands for any
 * and a flag that says so. As Discord has it since 2026 for people and bots alike, in GUILD_CREATE and in the events of channels.
 */
final class HiddenChannel {
    static final String NAME = "___hidden___";
    private static final long OBFUSCATED = 1 << 17;
    private static final List<Column<Long>> SHOWN = List.of(Channels.TYPE, Channels.POSITION, Channels.PARENT_ID);

    private HiddenChannel() {}

    /** True for a column whose value those learn too who do not see the channel. */
    static boolean shows(Column<?> column) {
        return SHOWN.contains(column);
    }

    /** As clients get it. */
    static Once<ByteString> of(RowView channel) {
        return new Once<>(() -> Json.bytes(Channel.from(row(channel))));
    }

    private static RowView row(RowView channel) {
        long guildId = channel.get(Channels.GUILD_ID);
        PermissionOverwrite denial = new PermissionOverwrite(
                Snowflake.format(guildId),
                PermissionOverwrite.ROLE,
                Permission.format(Permission.NONE),
                Permission.format(Permission.VIEW_CHANNEL.mask()));
        RowView row = Rows.create(Channels.TABLE, guildId, channel.get(Channels.CHANNEL_ID));
        for (Column<Long> column : SHOWN) {
            row = Rows.with(row, column, channel.get(column));
        }
        row = Rows.with(row, Channels.NAME, NAME);
        row = Rows.with(row, Channels.FLAGS, OBFUSCATED);
        return Rows.with(row, Channels.OVERWRITES, Json.bytes(List.of(denial)));
    }
}
