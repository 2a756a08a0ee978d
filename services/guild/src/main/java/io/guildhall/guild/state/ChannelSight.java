package io.guildhall.guild.state;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.Event;
import java.util.List;

/**
 * Which sessions hear of a channel: the one rule for the state that they begin with and for what changes later.
 *
 * <p>Every member knows every channel: GUILD_CREATE lists them all, and a channel that comes or goes is told to all. What
 * changes in a channel is told to those who see it. When the change, or one of roles, of a member or of the guild's owner,
 * shows the channel or hides it, then those for whom it does hear of it too, by the channel as it is now: a client that
 * gains sight has it up to date, and one that loses sight can tell.
 *
 * <p>A time-out takes no sight, so it tells nothing.
 */
record ChannelSight(GuildState guild, Changes changes) {
    /** What of a role's permissions can show or hide channels. */
    private static final long DECISIVE =
            Permission.of(Permission.VIEW_CHANNEL, Permission.CONNECT, Permission.ADMINISTRATOR);

    void created(GuildChannel channel) {
        changes.event(toAll(DispatchEvent.CHANNEL_CREATE, channel));
    }

    void deleted(GuildChannel channel) {
        changes.event(toAll(DispatchEvent.CHANNEL_DELETE, channel));
    }

    /** @param removed roles that overwrites were for and that are gone by now */
    void updated(GuildChannel before, GuildChannel channel, List<GuildRole> removed) {
        Event.Builder event = update(channel);
        if (Visibility.differ(before, channel)) {
            event.setFormer(AudienceDelta.newBuilder()
                    .addChannels(Visibility.of(before))
                    .addAllRoles(removed.stream().map(Visibility::of).toList()));
        }
        changes.event(event.build());
    }

    /** After a role's permissions changed. */
    void roleChanged(GuildRole before, GuildRole after) {
        long changed = (before.permissions() ^ after.permissions()) & DECISIVE;
        if (changed != 0) {
            roleMattered(before, changed);
        }
    }

    /** After a role is gone. Channels that still name it follow, see {@link #updated}. */
    void roleRemoved(GuildRole role) {
        long given = role.permissions() & DECISIVE;
        if (given != 0) {
            roleMattered(role, given);
        }
    }

    /** After a member's roles changed: tells its own sessions. */
    void memberChanged(GuildMember before, GuildMember after) {
        if (guild.audience().sessionsOf(after.id()).isEmpty()) {
            return;
        }
        GuildPermissions permissions = new GuildPermissions(guild);
        for (GuildChannel channel : guild.channels()) {
            boolean saw = permissions.has(before, channel, Permission.VIEW_CHANNEL);
            if (saw != permissions.has(after, channel, Permission.VIEW_CHANNEL)) {
                changes.event(Events.inGuild(DispatchEvent.CHANNEL_UPDATE, channel.payload())
                        .setSubjectChannelId(channel.id())
                        .addOnlyUsers(after.id())
                        .build());
            }
        }
    }

    /** After the guild has another owner: of those two who do not see everything anyway. */
    void ownerChanged(long before, long after) {
        AudienceDelta former = AudienceDelta.newBuilder().setOwnerId(before).build();
        for (GuildChannel channel : guild.channels()) {
            changes.event(update(channel)
                    .setFormer(former)
                    .setOnlyChanged(true)
                    .addAllOnlyUsers(List.of(before, after))
                    .build());
        }
    }

    private void roleMattered(GuildRole before, long changed) {
        boolean onlyViewing = changed == Permission.VIEW_CHANNEL.mask();
        boolean everybodyViews = before.id() != guild.id()
                && guild.findRole(guild.id())
                        .filter(everyone -> Permission.VIEW_CHANNEL.in(everyone.permissions()))
                        .isPresent();
        if (onlyViewing && everybodyViews) {
            return;
        }
        for (GuildChannel channel : guild.channels()) {
            changes.event(update(channel)
                    .setFormer(AudienceDelta.newBuilder().addRoles(Visibility.of(before)))
                    .setOnlyChanged(true)
                    .build());
        }
    }

    private static Event.Builder update(GuildChannel channel) {
        return Events.inChannel(DispatchEvent.CHANNEL_UPDATE, channel.id(), channel.payload());
    }

    private static Event toAll(DispatchEvent name, GuildChannel channel) {
        return Events.inGuild(name, channel.payload())
                .setSubjectChannelId(channel.id())
                .build();
    }
}
