package io.guildhall.guild.session;

import io.guildhall.guild.presence.UserPresence;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildPayloads;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.voice.VoiceEvents;
import io.guildhall.guild.voice.VoicePayloads;
import io.guildhall.guild.voice.VoiceStates;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.payload.GatewayGuild;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Presence;
import io.guildhall.model.payload.VoiceState;
import io.guildhall.model.rpc.Session;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * GUILD_CREATE for one session. Always in it: the session's own member and who is in a voice channel. With an intent that
 * concerns members: everybody, as long as the guild is no larger than the session's threshold. With the presence intent
 * also who is online.
 */
final class GuildCreation {
    /** Above this many members nobody's presence is told in GUILD_CREATE. */
    private static final int MAX_WITH_PRESENCES = 75_000;

    private GuildCreation() {}

    static GatewayGuild of(GuildState guild, Session session, int largeThreshold) {
        boolean large = guild.memberCount() > largeThreshold;
        boolean withPresences =
                Intent.GUILD_PRESENCES.in(session.getIntents()) && guild.memberCount() <= MAX_WITH_PRESENCES;
        List<Long> online = withPresences ? guild.presences().onlineUsers(MAX_WITH_PRESENCES) : List.of();
        boolean everybody = !large && (withPresences || Intent.GUILD_MEMBERS.in(session.getIntents()));
        Collection<GuildMember> members = everybody ? guild.members() : some(guild, session.getUserId(), online);
        GuildMember self = guild.member(session.getUserId());
        return new GatewayGuild(
                guild.properties(),
                GuildPayloads.roles(guild),
                List.of(),
                List.of(),
                Json.timestamp(self.joinedAt()),
                large,
                guild.memberCount(),
                voiceStates(guild, self),
                members.stream().map(GuildMember::payload).toList(),
                guild.channelsInOrder().stream().map(GuildChannel::payload).toList(),
                List.of(),
                presences(guild, online));
    }

    private static List<GuildMember> some(GuildState guild, long self, List<Long> online) {
        Set<Long> users = new LinkedHashSet<>();
        users.add(self);
        guild.voice().all().forEach(state -> users.add(state.userId()));
        users.addAll(online);
        return users.stream().map(guild::findMember).flatMap(Optional::stream).toList();
    }

    private static List<VoiceState> voiceStates(GuildState guild, GuildMember self) {
        return guild.voice().all().stream()
                .filter(state -> state.userId() == self.id() || VoiceEvents.maySee(guild, self, state.channelId()))
                .map((VoiceStates.InVoice state) -> VoicePayloads.inGuild(guild, state))
                .toList();
    }

    private static List<Presence> presences(GuildState guild, List<Long> online) {
        return guild.presences().of(online).stream()
                .map((UserPresence presence) -> presence.payload(null))
                .toList();
    }
}
