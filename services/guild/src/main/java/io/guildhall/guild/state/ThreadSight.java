package io.guildhall.guild.state;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.Event;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What sessions hear of active threads when a channel begins to show to them: THREAD_LIST_SYNC with those of the channel. Where a change
 * concerns many, relays know whom: one event has the public threads, another all of them for those who manage threads, and who is in
 * one of the threads is told that by itself.
 *
 * @param former the guild before the change
 */
record ThreadSight(GuildState guild, GuildView former, Changes changes) {
    /** Events for single members at one change; who is in more threads than that learns it when looking at them. */
    private static final int MOST_SINGLE = 1_000;

    private static final long DECISIVE = Permission.of(Permission.VIEW_CHANNEL, Permission.MANAGE_THREADS);

    /** @param delta what relays knew before of that which makes the difference */
    void shown(GuildChannel channel, AudienceDelta delta) {
        List<GuildThread> threads = guild.threads().of(channel.id());
        List<GuildThread> open =
                threads.stream().filter(thread -> !thread.closed()).toList();
        if (!open.isEmpty()) {
            changes.event(sync(channel, open, delta).build());
        }
        managed(channel, delta);
        former.findChannel(channel.id()).ifPresent(before -> joined(before, channel, threads));
    }

    /** For those who manage threads there and did not before. */
    void managed(GuildChannel channel, AudienceDelta delta) {
        List<GuildThread> threads = guild.threads().of(channel.id());
        if (threads.stream().anyMatch(GuildThread::closed)) {
            changes.event(sync(channel, threads, delta)
                    .setPermissions(Permission.MANAGE_THREADS.mask())
                    .build());
        }
    }

    /** For one member to whom threads may show that did not before: all in the channels of those, with what it is in them. */
    void gained(GuildMember before, GuildMember member) {
        GuildPermissions formerly = new GuildPermissions(former);
        GuildPermissions now = guild.permissions();
        Map<Long, List<GuildThread>> inChannels =
                guild.threads().byId().values().stream().collect(Collectors.groupingBy(GuildThread::parentId));
        inChannels.keySet().removeIf(channel -> guild.findChannel(channel)
                .filter(parent -> decisive(now.of(member, parent)) != decisive(formerly.of(before, parent)))
                .isEmpty());
        inChannels.replaceAll((channel, threads) ->
                threads.stream().filter(thread -> now.shows(member, thread)).toList());
        inChannels.values().removeIf(threads -> threads.stream().allMatch(thread -> formerly.shows(before, thread)));
        if (!inChannels.isEmpty()) {
            List<GuildThread> threads =
                    inChannels.values().stream().flatMap(List::stream).toList();
            ByteString payload = ThreadListing.of(member, threads).in(about(inChannels.keySet()));
            changes.event(Events.inGuild(DispatchEvent.THREAD_LIST_SYNC, payload)
                    .addOnlyUsers(member.id())
                    .build());
        }
    }

    private Event.Builder sync(GuildChannel channel, List<GuildThread> threads, AudienceDelta delta) {
        ByteString payload = ThreadListing.ofNobody(threads).in(about(List.of(channel.id())));
        return Events.inChannel(DispatchEvent.THREAD_LIST_SYNC, channel.id(), payload)
                .setFormer(delta)
                .setOnlyGained(true);
    }

    private ByteString about(Collection<Long> channels) {
        ObjectNode payload = Json.object().put("guild_id", Snowflake.format(guild.id()));
        ArrayNode ids = payload.putArray("channel_ids");
        channels.forEach(channel -> ids.add(Snowflake.format(channel)));
        return Json.bytes(payload);
    }

    /** Members of the threads to whom the channel shows only now: each learns of private ones, and of being in public ones. */
    private void joined(GuildChannel before, GuildChannel channel, List<GuildThread> threads) {
        GuildPermissions formerly = new GuildPermissions(former);
        Set<GuildMember> gained = threads.stream()
                .flatMap(thread -> thread.members().list().stream())
                .distinct()
                .filter(user -> !guild.audience().sessionsOf(user).isEmpty())
                .flatMap(user -> guild.findMember(user).stream())
                .filter(member -> guild.permissions().has(member, channel, Permission.VIEW_CHANNEL)
                        && !formerly.has(member, before, Permission.VIEW_CHANNEL))
                .collect(Collectors.toSet());
        threads.stream()
                .flatMap(thread -> gained.stream().filter(thread::joinedBy).map(member -> new ThreadEvents(guild)
                        .shown(thread, member)))
                .limit(MOST_SINGLE)
                .forEach(changes::event);
    }

    private static long decisive(long permissions) {
        return permissions & DECISIVE;
    }
}
