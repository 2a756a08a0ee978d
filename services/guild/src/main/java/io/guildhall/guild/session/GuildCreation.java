package io.guildhall.guild.session;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.scheduledevent.EventView;
import io.guildhall.guild.stage.StageView;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildView;
import io.guildhall.guild.state.JsonParts;
import io.guildhall.guild.state.VoiceEvents;
import io.guildhall.guild.state.VoicePayloads;
import io.guildhall.guild.state.VoiceStates;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.VoiceState;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.Session;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Stream;

/**
 * GUILD_CREATE for one session, made when somebody asks for it. What is equal for all sessions is serialised once for each version of
 * the guild. Always in it: the session's own member and who is in a voice channel. A person asks for
 * the part of the list that it looks at, and gets no more here. A bot with an intent that concerns members gets everybody, as long as the
 * guild is no larger than the session's threshold; with the presence intent also who is online, and that in a larger guild as well.
 *
 * <p>Of a channel that the member does not see there is only what {@link GuildChannel#hiddenBytes} tells.
 *
 * <p>Members and presences together take at most {@link CreationMembers#BUDGET} bytes; those who find no room are left out. So it is
 * with voice states. Channels are bounded where they are saved. Together it stays below what gateways send as one event.
 */
final class GuildCreation implements Iterator<Event> {
    /** Some 350 bytes each. */
    private static final int MOST_VOICE_STATES = 3000;

    private final GuildView guild;
    private final Session session;
    private final int largeThreshold;
    private final boolean entered;
    private boolean made;

    /**
     * @param largeThreshold above how many members a guild is large for the session
     * @param entered the session's user came into the guild after READY: discord.py and its kin tell by {@code unavailable}, which is
     *     false for a guild that became available and absent for one that they enter
     */
    GuildCreation(GuildView guild, Session session, int largeThreshold, boolean entered) {
        this.guild = guild;
        this.session = session;
        this.largeThreshold = largeThreshold;
        this.entered = entered;
    }

    @Override
    public boolean hasNext() {
        return !made;
    }

    @Override
    public Event next() {
        if (made) {
            throw new NoSuchElementException();
        }
        made = true;
        return Events.inGuild(DispatchEvent.GUILD_CREATE, payload()).build();
    }

    private ByteString payload() {
        GuildMember self = guild.member(session.getUserId());
        boolean large = guild.memberCount() > largeThreshold;
        CreationMembers members = new CreationMembers(guild);
        members.add(self);
        guild.voice().all().forEach(state -> members.add(state.userId()));
        boolean presences = Intent.GUILD_PRESENCES.in(session.getIntents());
        if (session.getBot()) {
            if (!large && (presences || Intent.GUILD_MEMBERS.in(session.getIntents()))) {
                guild.members().forEach(members::add);
            }
            if (presences) {
                members.addOnline();
            }
        }
        ByteString json = JsonParts.with(guild.propertiesJson(), "roles", guild.rolesJson());
        json = JsonParts.with(
                json, "emojis", guild.expressions().emojis().json().get());
        json = JsonParts.with(
                json, "stickers", guild.expressions().stickers().json().get());
        json = JsonParts.with(
                json, "soundboard_sounds", guild.expressions().sounds().json().get());
        json = JsonParts.with(json, "channels", channels(self));
        json = JsonParts.with(json, "threads", threads(self));
        json = JsonParts.with(json, "members", members.json());
        json = JsonParts.with(json, "presences", members.presencesJson());
        json = JsonParts.with(json, "voice_states", Json.bytes(voiceStates(self)));
        return JsonParts.joined(json, Json.bytes(rest(self, large)));
    }

    private ObjectNode rest(GuildMember self, boolean large) {
        ObjectNode rest = Json.object()
                .put("joined_at", Json.timestamp(self.joinedAt()))
                .put("large", large)
                .put("member_count", guild.memberCount());
        if (!entered) {
            rest.put("unavailable", false);
        }
        StageView.putSeen(rest.putArray("stage_instances"), guild, self);
        EventView.putSeen(rest.putArray("guild_scheduled_events"), guild, self);
        return rest;
    }

    private ByteString channels(GuildMember self) {
        List<GuildChannel> all = guild.channelsInOrder();
        if (all.stream().allMatch(channel -> guild.permissions().shows(self, channel))) {
            return guild.channelsJson();
        }
        return JsonParts.array(all.stream()
                .map(channel -> guild.permissions().shows(self, channel) ? channel.bytes() : channel.hiddenBytes())
                .toList());
    }

    /** The active ones that show, with what the member is in each. */
    private ByteString threads(GuildMember self) {
        return JsonParts.array(guild.threads().byId().values().stream()
                .filter(thread -> guild.permissions().shows(self, thread))
                .map(thread -> thread.bytes(self))
                .toList());
    }

    private List<VoiceState> voiceStates(GuildMember self) {
        Stream<VoiceStates.InVoice> own = guild.voice().find(self.id()).stream();
        Stream<VoiceStates.InVoice> others = guild.voice().all().stream()
                .filter(state -> state.userId() != self.id() && VoiceEvents.maySee(guild, self, state.channelId()));
        return Stream.concat(own, others)
                .limit(MOST_VOICE_STATES)
                .map((VoiceStates.InVoice state) -> VoicePayloads.inGuild(guild, state))
                .toList();
    }
}
