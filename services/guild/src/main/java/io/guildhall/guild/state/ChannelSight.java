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
import java.util.Set;
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
 * <p>What all channels of a guild may come to is told in pieces: {@link RoleSweep} and {@link SightSweep} go through them.
 *
 * <p>Whoever begins to see a channel is told of its active threads after it, as {@link ThreadSight} has it, and of who is in it and what goes
 * on there, as {@link OccupancySight} has it.
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

    /** @param categories takes the ids of those that are to be told anew after it */
    void updated(GuildChannel before, GuildChannel channel, Set<Long> categories) {
        boolean visibility = update(before, channel, List.of());
        if (visibility || before.parentId() != channel.parentId()) {
            categoriesOf(before, channel).map(GuildChannel::id).forEach(categories::add);
        }
    }

    /**
     * As {@link #updated}, without a word of categories, which may show or have shown because of it: {@link #categoriesOf}.
     *
     * @param roles that were others before, and that mattered in the channel
     */
    boolean update(GuildChannel before, GuildChannel channel, List<FormerRole> roles) {
        Event.Builder event = update(channel);
        boolean visibility = Visibility.differ(before, channel);
        boolean shownToAll = !before.hiddenBytes().equals(channel.hiddenBytes());
        if (shownToAll || visibility) {
            event.setPayloadWithoutSight(channel.hiddenBytes());
        }
        AudienceDelta delta = delta(roles).addChannels(Visibility.of(before)).build();
        if (visibility && !shownToAll) {
            event.setFormer(delta);
        }
        changes.event(event.build());
        if (visibility) {
            threads().shown(channel, delta);
            occupancy().changed(channel, delta, List.of());
        }
        return visibility;
    }

    private void categories(GuildChannel... channels) {
        categoriesOf(channels).forEach(this::toldToEverybody);
    }

    /** The categories that these are in and that may show, or have shown, because of them. */
    Stream<GuildChannel> categoriesOf(GuildChannel... channels) {
        return Stream.of(channels)
                .flatMap(channel -> guild
                        .findChannel(channel.parentId())
                        .filter(category -> !category.overwriteList().equals(channel.overwriteList()))
                        .stream())
                .distinct();
    }

    void toldToEverybody(GuildChannel category) {
        changes.event(toEverybody(update(category), category));
    }

    /** After the permissions of these roles changed, or they are gone: tells those for whom that shows or hides the channel. */
    void rolesMattered(GuildChannel channel, List<FormerRole> roles) {
        AudienceDelta delta = delta(roles).build();
        changes.event(update(channel)
                .setPayloadWithoutSight(channel.hiddenBytes())
                .setFormer(delta)
                .setOnlyChanged(true)
                .build());
        threads().shown(channel, delta);
        occupancy().changed(channel, delta, List.of());
    }

    /** After these roles began to manage threads: tells those who bear them of what is in the channel. */
    void managersGained(GuildChannel channel, List<FormerRole> roles) {
        if (!roles.isEmpty()) {
            threads().managed(channel, delta(roles).build());
        }
    }

    /** Which of these roles manage threads now and did not before, and do not as administrators, who are told by {@link #rolesMattered}. */
    List<FormerRole> managing(List<FormerRole> before) {
        return before.stream()
                .filter(role -> Permission.MANAGE_THREADS.in(now(role) & ~role.permissions())
                        && !Permission.ADMINISTRATOR.in(now(role) ^ role.permissions()))
                .toList();
    }

    private static AudienceDelta.Builder delta(List<FormerRole> roles) {
        return AudienceDelta.newBuilder()
                .addAllRoles(roles.stream().map(FormerRole::visibility).toList());
    }

    /** One channel, for {@link SightSweep}, after a member's roles changed. Returns the bytes that are told. */
    long memberChanged(GuildChannel channel, GuildMember before, GuildMember after) {
        boolean sees = guild.permissions().shows(after, channel);
        if (sees == guild.permissions().shows(before, channel)) {
            return 0;
        }
        ByteString payload = sees ? channel.bytes() : channel.hiddenBytes();
        changes.event(Events.inGuild(DispatchEvent.CHANNEL_UPDATE, payload)
                .setSubjectChannelId(channel.id())
                .addOnlyUsers(after.id())
                .build());
        return payload.size() + occupancy().changed(channel, after, sees);
    }

    /** One channel, for {@link SightSweep}, after the guild has another owner. Returns the bytes that are told. */
    long ownerChanged(GuildChannel channel, long before, long after) {
        AudienceDelta former = AudienceDelta.newBuilder().setOwnerId(before).build();
        List<Long> both = List.of(before, after);
        Event told = update(channel)
                .setPayloadWithoutSight(channel.hiddenBytes())
                .setFormer(former)
                .setOnlyChanged(true)
                .addAllOnlyUsers(both)
                .build();
        changes.event(told);
        return told.getPayload().size()
                + told.getPayloadWithoutSight().size()
                + occupancy().changed(channel, former, both);
    }

    /** Which of these roles may do now what can show or hide channels and could not before, or the other way round. */
    List<FormerRole> decisive(List<FormerRole> before) {
        return before.stream().filter(role -> changed(role) != 0).toList();
    }

    /** Those of {@link #decisive} roles that can have shown or hidden this channel. */
    List<FormerRole> mattered(GuildChannel channel, List<FormerRole> decisive) {
        if (decisive.isEmpty()) {
            return List.of();
        }
        List<GuildChannel> deciding = Stream.concat(
                        Stream.of(channel), guild.permissions().showing(channel))
                .toList();
        return decisive.stream()
                .filter(role -> !deciding.stream().allMatch(one -> decided(one, role.id(), changed(role))))
                .toList();
    }

    private long changed(FormerRole before) {
        long changed = (before.permissions() ^ now(before)) & DECISIVE;
        boolean everybodyViews = before.id() != guild.id()
                && Permission.VIEW_CHANNEL.in(guild.everyone().permissions());
        return changed == Permission.VIEW_CHANNEL.mask() && everybodyViews ? Permission.NONE : changed;
    }

    private long now(FormerRole role) {
        return guild.findRole(role.id()).map(GuildRole::permissions).orElse(Permission.NONE);
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

    private OccupancySight occupancy() {
        return new OccupancySight(guild, changes);
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
