package io.guildhall.guild.scheduledevent;

import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import java.util.Optional;

/** Where a scheduled event takes place, and so what those need who change it. */
enum EventKind {
    STAGE(
            ChannelType.GUILD_STAGE_VOICE,
            Permission.of(
                    Permission.VIEW_CHANNEL,
                    Permission.MANAGE_CHANNELS,
                    Permission.MUTE_MEMBERS,
                    Permission.MOVE_MEMBERS)),
    VOICE(ChannelType.GUILD_VOICE, Permission.of(Permission.VIEW_CHANNEL, Permission.CONNECT)),
    EXTERNAL(null, 0);

    private final ChannelType channel;
    private final long permissions;

    EventKind(ChannelType channel, long permissions) {
        this.channel = channel;
        this.permissions = permissions;
    }

    static EventKind of(RowView event) {
        return values()[event.get(ScheduledEvents.ENTITY_TYPE).intValue() - 1];
    }

    /** Empty for what is in none of the guild's channels. */
    Optional<ChannelType> channel() {
        return Optional.ofNullable(channel);
    }

    /** Of those who change it, beside what it takes to change any. */
    long permissions() {
        return permissions;
    }
}
