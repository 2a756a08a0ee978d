package io.guildhall.guild.threadlist;

import com.google.protobuf.ByteString;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildThread;
import io.guildhall.guild.state.GuildView;
import io.guildhall.guild.state.ThreadListing;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Subscription;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What a session begins to look at of a guild's threads.
 *
 * @param all all active ones that show, which THREAD_LIST_SYNC tells without naming channels, as whoever asks for them is told
 * @param members the threads whose members are looked at
 */
public record ThreadNews(boolean all, List<Long> members) {
    /** What is looked at now, and was not before. */
    public static ThreadNews between(Subscription before, Subscription now) {
        return new ThreadNews(
                now.getThreads() && !before.getThreads(),
                now.getThreadMemberListsList().stream()
                        .filter(thread -> !before.getThreadMemberListsList().contains(thread))
                        .toList());
    }

    public boolean isEmpty() {
        return !all && members.isEmpty();
    }

    /** Told to this user alone, of what shows to it in this state of the guild. */
    public Stream<Event> events(GuildView guild, long userId) {
        Optional<GuildMember> member = guild.findMember(userId);
        Stream<Event> listed = all ? member.stream().map(reader -> list(guild, reader)) : Stream.empty();
        return Stream.concat(
                listed,
                member.stream()
                        .flatMap(reader -> members.stream()
                                .flatMap(thread -> guild.threads().byId().find(thread).stream())
                                .filter(thread -> guild.permissions().shows(reader, thread)))
                        .map(thread ->
                                new ThreadMemberList(guild, thread).event().build()));
    }

    private static Event list(GuildView guild, GuildMember reader) {
        List<GuildThread> threads = guild.threads().byId().values().stream()
                .filter(thread -> guild.permissions().shows(reader, thread))
                .toList();
        ByteString whose = Json.bytes(Json.object().put("guild_id", Snowflake.format(guild.id())));
        return Events.inGuild(
                        DispatchEvent.THREAD_LIST_SYNC,
                        ThreadListing.of(reader, threads).in(whose))
                .build();
    }
}
