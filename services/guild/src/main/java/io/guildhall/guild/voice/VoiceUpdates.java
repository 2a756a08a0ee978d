package io.guildhall.guild.voice;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildPermissions;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.VerificationLevel;
import io.guildhall.guild.state.VoiceEvents;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Session;
import io.guildhall.model.rpc.UpdateVoiceState;
import io.guildhall.model.table.catalogue.Channels;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Op 4: who is in which voice channel. Its gateway tells a session that came into one where it connects, and voice nodes forward what
 * members may say there.
 */
@Singleton
public final class VoiceUpdates {
    /**
     * Requests that are not allowed change nothing and are not answered.
     *
     * @throws ApiException 10065 when the session is not here, or not here yet
     */
    public Reply update(GuildState guild, UpdateVoiceState update, Changes changes) {
        Optional<GuildMember> member = guild.findMember(update.getUserId());
        Optional<InVoice> before = guild.voice().find(update.getUserId());
        if (guild.audience().find(update.getSession()).isEmpty()) {
            throw ApiException.of(ErrorCode.UNKNOWN_VOICE_STATE);
        }
        if (member.isEmpty()) {
            return Reply.noContent();
        }
        if (update.getChannelId() == 0) {
            before.ifPresent(state -> leave(guild, state, changes));
            return Reply.noContent();
        }
        boolean sameChannel = before.filter(state -> state.channelId() == update.getChannelId())
                .isPresent();
        if (sameChannel || mayJoin(guild, member.get(), update.getChannelId())) {
            enter(guild, update, before, changes);
        }
        return Reply.noContent();
    }

    /** Moves a member who is in voice to another channel. */
    public void move(GuildState guild, InVoice state, long channelId, Changes changes) {
        InVoice moved =
                state.movedTo(channelId).speaking(VoiceSpeech.suppressed(guild, state.userId(), channelId), null);
        guild.put(guild.voice().with(moved));
        VoiceEvents.moved(guild, state.channelId(), moved, changes);
    }

    public void leave(GuildState guild, InVoice state, Changes changes) {
        guild.put(guild.voice().without(state.userId()));
        VoiceEvents.gone(guild, state, changes);
    }

    /** Tells a member's voice state anew, because the member was muted or deafened. */
    public void tellAgain(GuildState guild, long userId, Changes changes) {
        guild.voice().find(userId).ifPresent(state -> VoiceEvents.here(guild, state, changes));
    }

    /** A session ended: what it brought into voice leaves. */
    public void end(GuildState guild, Session session, Changes changes) {
        guild.voice()
                .find(session.getUserId())
                .filter(state -> state.session().equals(session.getRef()))
                .ifPresent(state -> leave(guild, state, changes));
    }

    /** Everybody leaves a channel that is about to go: some at once, the others by steps after it has gone. */
    public void empty(GuildState guild, GuildChannel channel, Changes changes) {
        EmptiedChannel.some(guild, channel.id()).forEach(state -> leave(guild, state, changes));
        new EmptiedChannel(channel).goOn(guild, changes);
    }

    private void enter(GuildState guild, UpdateVoiceState update, Optional<InVoice> before, Changes changes) {
        Optional<InVoice> stays = before.filter(state -> state.channelId() == update.getChannelId());
        boolean suppressed = stays.map(InVoice::suppressed)
                .orElseGet(() -> VoiceSpeech.suppressed(guild, update.getUserId(), update.getChannelId()));
        InVoice state = new InVoice(
                update.getUserId(),
                update.getChannelId(),
                update.getSession(),
                update.getSessionId(),
                update.getSelfMute(),
                update.getSelfDeaf(),
                suppressed,
                stays.map(InVoice::requestedAt).orElse(null));
        guild.put(guild.voice().with(state));
        if (stays.isPresent()) {
            VoiceEvents.here(guild, state, changes);
            return;
        }
        if (before.isPresent()) {
            VoiceEvents.moved(guild, before.get().channelId(), state, changes);
        } else {
            VoiceEvents.here(guild, state, changes);
        }
    }

    private static boolean mayJoin(GuildState guild, GuildMember member, long channelId) {
        Optional<GuildChannel> channel =
                guild.findChannel(channelId).filter(found -> found.type().voice());
        if (channel.isEmpty()) {
            return false;
        }
        GuildPermissions permissions = guild.permissions();
        long held = permissions.of(member, channel.get());
        if (!Permission.CONNECT.in(held) || !VerificationLevel.lets(guild, member)) {
            return false;
        }
        long limit = channel.get().row().get(Channels.USER_LIMIT, 0L);
        return limit == 0 || Permission.MOVE_MEMBERS.in(held) || guild.voice().countIn(channelId) < limit;
    }
}
