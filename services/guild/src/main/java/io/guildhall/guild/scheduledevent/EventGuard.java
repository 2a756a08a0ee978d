package io.guildhall.guild.scheduledevent;

import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildView;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.ScheduledEvents;
import java.util.Optional;

/** Who may see and change a scheduled event: it is where its channel is. */
record EventGuard(GuildView guild, GuildMember caller) {
    EventGuard(GuildState guild, long callerId) {
        this(guild, guild.member(callerId));
    }

    /** Whether somebody who sees the channel, if it has one. */
    boolean sees(RowView event) {
        return event.find(ScheduledEvents.CHANNEL_ID)
                .map(channel -> guild.findChannel(channel)
                        .filter(found -> guild.permissions().shows(caller, found))
                        .isPresent())
                .orElse(true);
    }

    /** @throws ApiException 10070 when there is none that the caller sees */
    RowView seen(GuildEvents events, long eventId) {
        RowView event = events.named(eventId);
        if (!sees(event)) {
            throw ApiException.of(ErrorCode.UNKNOWN_GUILD_SCHEDULED_EVENT);
        }
        return event;
    }

    /** Who makes events may change their own, who manages events all of them; either as their place demands. */
    void requireChange(RowView event) {
        boolean own = event.get(ScheduledEvents.CREATOR_ID, 0L) == caller.id();
        long held = permissions(event);
        if (!Permission.MANAGE_EVENTS.in(held) && !(own && Permission.CREATE_EVENTS.in(held))) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
        requirePlace(event);
    }

    void requireCreate(RowView event) {
        if (!Permission.CREATE_EVENTS.in(permissions(event))) {
            throw ApiException.of(ErrorCode.MISSING_PERMISSIONS);
        }
        requirePlace(event);
    }

    /** What the caller has to be able to do where an event is. */
    void requirePlace(RowView event) {
        channel(event).ifPresent(channel -> guild.permissions()
                .require(caller, channel, EventKind.of(event).permissions()));
    }

    private long permissions(RowView event) {
        return channel(event)
                .map(channel -> guild.permissions().of(caller, channel))
                .orElseGet(() -> guild.permissions().of(caller));
    }

    private Optional<GuildChannel> channel(RowView event) {
        return event.find(ScheduledEvents.CHANNEL_ID).flatMap(guild::findChannel);
    }
}
