package io.guildhall.guild.state;

import com.google.protobuf.ByteString;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.payload.PermissionOverwrite;
import io.guildhall.model.permission.Overwrites;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.Event;
import java.util.List;
import java.util.stream.Stream;

/**
 * What sessions hear of a channel: in every event what GUILD_CREATE would say at that moment. Who sees the channel gets it whole,
 * everybody else what {@link HiddenChannel} tells, so that a client knows every channel from the first and never keeps one that is
 * gone. When a change of the channel, or one of roles, of a member or of the guild's owner, shows the channel or hides it, then
 * those for whom it does hear of it by a CHANNEL_UPDATE. That is one for each channel that is concerned, as clients know it, and
 * at most 500 for a role; channels whose own overwrites decide are left out. A category shows to those to whom one of its channels
 * does, so it is told anew to everybody when that may have changed.
 *
 * <p>Who does not see a channel does not hear of changes that leave what is told of a hidden channel as it was. A time-out takes no
 * sight, so it tells nothing.
 *
 * <p>Whoever begins to see a channel is told of its active threads after it, as {@link ThreadSight} has it.
 *
 * @param former the guild before the change
 */
record ChannelSight(GuildState guild, GuildView former, Changes changes) {
    /** What of a role's permissions can show or hide channels. */
    private static final long DECISIVE = Permission.of(Permission.VIEW_CHANNEL, Permission.ADMINISTRATOR);

    void created(GuildChannel channel) {
        changes.event(toEverybody(told(DispatchEvent.CHANNEL_CREATE, channel), channel));
        categories(channel);
    }

    void deleted(GuildChannel channel) {
        changes.event(toEverybody(told(DispatchEvent.CHANNEL_DELETE, channel), channel));
        categories(channel);
    }

    /** @param removed roles that overwrites were for and that are gone by now */
    void updated(GuildChannel before, GuildChannel channel, List<GuildRole> removed) {
        Event.Builder event = update(channel);
        boolean visibility = Visibility.differ(before, channel);
        boolean shownToAll = !before.hiddenBytes().equals(channel.hiddenBytes());
        if (shownToAll || visibility) {
            event.setPayloadWithoutSight(channel.hiddenBytes());
        }
        AudienceDelta delta = AudienceDelta.newBuilder()
                .addChannels(Visibility.of(before))
                .addAllRoles(removed.stream().map(Visibility::of).toList())
                .build();
        if (visibility && !shownToAll) {
            event.setFormer(delta);
        }
        changes.event(event.build());
        if (visibility) {
            threads().shown(channel, delta);
        }
        if (visibility || before.parentId() != channel.parentId()) {
            categories(before, channel);
        }
    }

    /** Tells of the categories that these are in and that may show, or have shown, because of them. */
    private void categories(GuildChannel... channels) {
        Stream.of(channels)
                .flatMap(channel -> guild
                        .findChannel(channel.parentId())
                        .filter(category -> !category.overwriteList().equals(channel.overwriteList()))
                        .stream())
                .distinct()
                .forEach(category -> changes.event(toEverybody(update(category), category)));
    }

    /** After a role's permissions changed. */
    void roleChanged(GuildRole before, GuildRole after) {
        long changed = (before.permissions() ^ after.permissions()) & DECISIVE;
        if (changed != 0) {
            roleMattered(before, changed);
        }
        long gained = after.permissions() & ~before.permissions();
        if (Permission.MANAGE_THREADS.in(gained) && !Permission.ADMINISTRATOR.in(changed)) {
            AudienceDelta delta =
                    AudienceDelta.newBuilder().addRoles(Visibility.of(before)).build();
            guild.channels().forEach(channel -> threads().managed(channel, delta));
        }
    }

    /** After a role is gone. Channels that still name it follow, see {@link #updated}. */
    void roleRemoved(GuildRole role) {
        long given = role.permissions() & DECISIVE;
        if (given != 0) {
            roleMattered(role, given);
        }
    }

    /**
     * After a member's roles changed: tells its own sessions. Also when the guild knows of none, since one that was lost on the way to
     * here may come back and be told what it missed.
     */
    void memberChanged(GuildMember before, GuildMember after) {
        GuildPermissions permissions = new GuildPermissions(guild);
        for (GuildChannel channel : guild.channels()) {
            boolean sees = permissions.shows(after, channel);
            if (sees != permissions.shows(before, channel)) {
                ByteString payload = sees ? channel.bytes() : channel.hiddenBytes();
                changes.event(Events.inGuild(DispatchEvent.CHANNEL_UPDATE, payload)
                        .setSubjectChannelId(channel.id())
                        .addOnlyUsers(after.id())
                        .build());
            }
        }
        threads().gained(before, after);
    }

    /** After the guild has another owner: of those two who do not see everything anyway. */
    void ownerChanged(long before, long after) {
        AudienceDelta delta = AudienceDelta.newBuilder().setOwnerId(before).build();
        for (GuildChannel channel : guild.channels()) {
            changes.event(update(channel)
                    .setPayloadWithoutSight(channel.hiddenBytes())
                    .setFormer(delta)
                    .setOnlyChanged(true)
                    .addAllOnlyUsers(List.of(before, after))
                    .build());
        }
        guild.findMember(after).ifPresent(owner -> threads().gained(owner, owner));
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
        AudienceDelta delta =
                AudienceDelta.newBuilder().addRoles(Visibility.of(before)).build();
        for (GuildChannel channel : guild.channels()) {
            boolean decided = Stream.concat(
                            Stream.of(channel), guild.permissions().showing(channel))
                    .allMatch(deciding -> decided(deciding, before.id(), changed));
            if (decided) {
                continue;
            }
            changes.event(update(channel)
                    .setPayloadWithoutSight(channel.hiddenBytes())
                    .setFormer(delta)
                    .setOnlyChanged(true)
                    .build());
            threads().shown(channel, delta);
        }
    }

    /** Whether the channel's overwrites for everybody, or for the role, say all that the role's permissions would. */
    private boolean decided(GuildChannel channel, long roleId, long changed) {
        long open = changed;
        for (PermissionOverwrite overwrite : channel.overwriteList()) {
            Overwrites.Entry entry = overwrite.toEntry();
            if (!entry.member() && (entry.id() == guild.id() || entry.id() == roleId)) {
                open &= ~(entry.allow() | entry.deny()) | Permission.ADMINISTRATOR.mask();
            }
        }
        return open == 0;
    }

    private ThreadSight threads() {
        return new ThreadSight(guild, former, changes);
    }

    private Event.Builder update(GuildChannel channel) {
        return told(DispatchEvent.CHANNEL_UPDATE, channel);
    }

    private Event.Builder told(DispatchEvent name, GuildChannel channel) {
        return Events.inChannel(name, channel.id(), channel.bytes())
                .setPermissions(Permission.VIEW_CHANNEL.mask())
                .addAllShownBy(guild.permissions()
                        .showing(channel)
                        .map(GuildChannel::id)
                        .toList());
    }

    private static Event toEverybody(Event.Builder event, GuildChannel channel) {
        return event.setPayloadWithoutSight(channel.hiddenBytes()).build();
    }
}
