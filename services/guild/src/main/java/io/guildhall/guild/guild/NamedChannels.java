package io.guildhall.guild.guild;

import io.guildhall.guild.authority.ChannelGuard;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Guilds;
import java.util.List;

/** The channels that a guild's settings give a task to. */
final class NamedChannels {
    /** Which messages the system channel does not get: joins, boosts, tips, subscriptions, and replies to joins and those. */
    static final long SYSTEM_CHANNEL_FLAGS = 0b11_1111;

    private static final List<Task> TASKS = List.of(
            new Task("afk_channel_id", Guilds.AFK_CHANNEL_ID, ChannelType.GUILD_VOICE),
            new Task("system_channel_id", Guilds.SYSTEM_CHANNEL_ID, ChannelType.GUILD_TEXT),
            new Task("rules_channel_id", Guilds.RULES_CHANNEL_ID, ChannelType.GUILD_TEXT),
            new Task("public_updates_channel_id", Guilds.PUBLIC_UPDATES_CHANNEL_ID, ChannelType.GUILD_TEXT),
            new Task("safety_alerts_channel_id", Guilds.SAFETY_ALERTS_CHANNEL_ID, ChannelType.GUILD_TEXT));

    private NamedChannels() {}

    /** Refuses new settings that name anything but a channel of this guild of the right type that the caller sees. */
    static void require(ChannelGuard guard, RowView before, RowView after) {
        for (Task task : TASKS) {
            boolean wrong = after.find(task.column())
                    .filter(id -> !id.equals(before.get(task.column())))
                    .filter(id -> guard.find(id)
                            .map(GuildChannel::type)
                            .filter(task.type()::equals)
                            .isEmpty())
                    .isPresent();
            if (wrong) {
                throw ApiException.invalidField(
                        task.field(), "CHANNEL_INVALID", "Not a channel of this guild of the right type.");
            }
        }
    }

    private record Task(String field, Column<Long> column, ChannelType type) {}
}
