package io.guildhall.guild.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.VoiceState;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.AudienceDelta;
import io.guildhall.model.rpc.Event;
import java.util.List;
import java.util.Optional;

/**
 * VOICE_STATE_UPDATE, told to those who may see the channel that it is about, and always to the member itself. Who sees
 * the channel that a member leaves but not the one that the member goes to learns only that the member left.
 */
public final class VoiceEvents {
    private VoiceEvents() {}

    /** The member is in this channel now, or is there still and something about it changed. */
    public static void here(GuildState guild, InVoice state, Changes changes) {
        tell(guild, state.channelId(), state, changes);
    }

    /** The member went from one channel to another. */
    public static void moved(GuildState guild, long from, InVoice state, Changes changes) {
        List<Long> left = sameVisibility(guild, from, state.channelId()) ? List.of() : onlyThere(guild, from, state);
        if (!left.isEmpty()) {
            changes.event(
                    event(guild, from, state.movedTo(0)).addAllOnlyUsers(left).build());
        }
        here(guild, state, changes);
        forgetStatus(guild, from, changes);
    }

    /** The member left voice. */
    public static void gone(GuildState guild, InVoice state, Changes changes) {
        tell(guild, state.channelId(), state.movedTo(0), changes);
        forgetStatus(guild, state.channelId(), changes);
    }

    /** The member was in a channel that is gone. Those who could see it are told, and the member. */
    public static void goneFrom(GuildChannel channel, GuildState guild, InVoice state, Changes changes) {
        InVoice left = state.movedTo(0);
        changes.event(event(guild, channel.id(), left)
                .setFormer(AudienceDelta.newBuilder().addChannels(Visibility.of(channel)))
                .build());
        guild.findMember(state.userId())
                .filter(self -> !guild.permissions().shows(self, channel))
                .ifPresent(self -> changes.event(
                        event(guild, 0, left).addOnlyUsers(self.id()).build()));
        ToldVoice.tell(guild, left, changes);
    }

    /** Gateways are told again where the user is; clients know it already. */
    public static void remind(GuildState guild, InVoice state, Changes changes) {
        ToldVoice.tell(guild, state, changes);
    }

    /** What is said to go on in a channel changed. */
    public static void status(GuildState guild, long channelId, String status, Changes changes) {
        guild.put(guild.voice().withStatus(channelId, status));
        ObjectNode payload = Json.object()
                .put("id", Snowflake.format(channelId))
                .put("guild_id", Snowflake.format(guild.id()))
                .put("status", status);
        changes.event(Events.inChannel(DispatchEvent.VOICE_CHANNEL_STATUS_UPDATE, channelId, payload)
                .setPermissions(Permission.VIEW_CHANNEL.mask())
                .build());
    }

    /** Nothing goes on where nobody is. */
    private static void forgetStatus(GuildState guild, long channelId, Changes changes) {
        if (guild.voice().countIn(channelId) == 0
                && guild.voice().status(channelId).isPresent()) {
            status(guild, channelId, null, changes);
        }
    }

    /** Whoever has sessions, and sees the channel that was left but not the other. */
    private static List<Long> onlyThere(GuildState guild, long from, InVoice state) {
        return guild.presences().users().stream()
                .filter(user -> user != state.userId())
                .map(guild::findMember)
                .flatMap(Optional::stream)
                .filter(member -> maySee(guild, member, from) && !maySee(guild, member, state.channelId()))
                .map(GuildMember::id)
                .toList();
    }

    private static boolean sameVisibility(GuildState guild, long from, long to) {
        Optional<GuildChannel> one = guild.findChannel(from);
        Optional<GuildChannel> other = guild.findChannel(to);
        return one.isPresent()
                && other.isPresent()
                && one.get().type() == other.get().type()
                && one.get().overwriteList().equals(other.get().overwriteList());
    }

    /** Whether a member may know who is in this channel. */
    public static boolean maySee(GuildView guild, GuildMember member, long channelId) {
        Optional<GuildChannel> channel = guild.findChannel(channelId);
        return channel.isPresent() && guild.permissions().shows(member, channel.get());
    }

    private static void tell(GuildState guild, long channelId, InVoice state, Changes changes) {
        changes.event(event(guild, channelId, state).build());
        ownWhereHidden(guild, channelId, state, changes);
        ToldVoice.tell(guild, state, changes);
    }

    /** Where a member is that does not see the channel: it is told itself. */
    static void ownWhereHidden(GuildState guild, long channelId, InVoice state, Changes changes) {
        Optional<GuildMember> self = guild.findMember(state.userId());
        if (self.isPresent() && !maySee(guild, self.get(), channelId)) {
            changes.event(anywhere(guild, state).addOnlyUsers(state.userId()).build());
        }
    }

    /** The member is in this channel for those who see it, and gone for those who do not. */
    static Event.Builder sight(GuildState guild, long channelId, InVoice state) {
        VoiceState gone = VoicePayloads.inEvent(guild, state.movedTo(0));
        return event(guild, channelId, state).setPayloadWithoutSight(Json.bytes(gone));
    }

    /** For whom it is told to, whatever it sees. */
    static Event.Builder anywhere(GuildState guild, InVoice state) {
        return event(guild, 0, state);
    }

    private static Event.Builder event(GuildState guild, long channelId, InVoice state) {
        Event.Builder event =
                Events.inChannel(DispatchEvent.VOICE_STATE_UPDATE, channelId, VoicePayloads.inEvent(guild, state));
        return channelId == 0 ? event : event.setPermissions(Permission.VIEW_CHANNEL.mask());
    }
}
