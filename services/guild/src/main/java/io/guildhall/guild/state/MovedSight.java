package io.guildhall.guild.state;

import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.ChannelPermissions;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Overwrite;
import java.util.Optional;

/**
 * To whom something shows that went from one channel to another, and to whom it no longer does. Relays know who that is: they are told that
 * the one channel was as the other one is.
 *
 * @param from the channel that it showed in; 0 when it showed to every member
 * @param to the channel that it shows in; 0 when it shows to every member
 */
public record MovedSight(GuildState guild, long from, long to) {
    /** What stands for any name to those who may not know it. */
    public static final String HIDDEN_NAME = HiddenChannel.NAME;

    /** The event for those to whom it begins to show; empty when there can be none. */
    public Optional<Event.Builder> gained(DispatchEvent name, Object payload) {
        return difference(from, to, name, payload);
    }

    /** The event for those to whom it ceases to show; empty when there can be none. */
    public Optional<Event.Builder> lost(DispatchEvent name, Object payload) {
        return difference(to, from, name, payload);
    }

    /** The event for those to whom a channel does not show. */
    public static Event.Builder outside(GuildState guild, long channel, DispatchEvent name, Object payload) {
        ChannelPermissions open = ChannelPermissions.newBuilder()
                .setId(channel)
                .addOverwrites(Overwrite.newBuilder().setId(guild.id()).setAllow(Permission.VIEW_CHANNEL.mask()))
                .build();
        return seen(channel, name, payload).setFormer(delta(open)).setOnlyChanged(true);
    }

    /** For those who see the second place and not the first. */
    private Optional<Event.Builder> difference(long first, long second, DispatchEvent name, Object payload) {
        if (first == 0 || first == second) {
            return Optional.empty();
        }
        if (second == 0) {
            return Optional.of(outside(guild, first, name, payload));
        }
        return guild.findChannel(first)
                .filter(other -> guild.findChannel(second)
                        .filter(channel -> Visibility.differ(other, channel))
                        .isPresent())
                .map(other -> seen(second, name, payload)
                        .setFormer(delta(
                                Visibility.of(other).toBuilder().setId(second).build()))
                        .setOnlyGained(true));
    }

    private static Event.Builder seen(long channel, DispatchEvent name, Object payload) {
        return Events.inChannel(name, channel, payload).setPermissions(Permission.VIEW_CHANNEL.mask());
    }

    private static AudienceDelta delta(ChannelPermissions channel) {
        return AudienceDelta.newBuilder().addChannels(channel).build();
    }
}
