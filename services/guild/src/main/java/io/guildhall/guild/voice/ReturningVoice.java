package io.guildhall.guild.voice;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.VoiceEvents;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.model.rpc.SessionRef;
import io.guildhall.model.rpc.UpdateVoiceState;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Voice states that sessions bring along, as an earlier owner of the guild told them: it kept them in its memory, which is gone. What an
 * owner told itself it knows better than any session.
 */
public final class ReturningVoice {
    private ReturningVoice() {}

    /**
     * Sessions came back. All who see the channels are told: some came while nobody knew these states.
     *
     * @param admitted the sessions that the guild took
     */
    public static void back(GuildState guild, List<UpdateVoiceState> told, Set<SessionRef> admitted, Changes changes) {
        for (UpdateVoiceState state : told) {
            if (admitted.contains(state.getSession())) {
                back(guild, state, changes);
            }
        }
    }

    private static void back(GuildState guild, UpdateVoiceState told, Changes changes) {
        Optional<InVoice> known = guild.voice().find(told.getUserId());
        if (known.isPresent() && known.get().sessionId().equals(told.getSessionId())) {
            // The session goes on at another gateway, and its end at the first one is not its end.
            guild.put(guild.voice().with(known.get().broughtBy(told.getSession())));
        } else if (known.isPresent()) {
            // It did not hear that another session of its user is in voice instead, and would say the same to the next
            // owner.
            VoiceEvents.remind(guild, known.get(), changes);
        } else if (forgotten(guild, told)) {
            guild.put(guild.voice().with(of(told)));
            VoiceEvents.here(guild, of(told), changes);
        }
    }

    /** Sessions ended that had not come back: those who still show them in voice are told. */
    public static void over(GuildState guild, List<UpdateVoiceState> told, Changes changes) {
        for (UpdateVoiceState state : told) {
            if (guild.voice().find(state.getUserId()).isEmpty() && forgotten(guild, state)) {
                VoiceEvents.gone(guild, of(state), changes);
            }
        }
    }

    /** Whether an earlier owner told it, of a member and a channel that are still there. */
    private static boolean forgotten(GuildState guild, UpdateVoiceState told) {
        return told.getEpoch() < guild.context().epoch()
                && guild.findMember(told.getUserId()).isPresent()
                && guild.findChannel(told.getChannelId())
                        .filter(channel -> channel.type().voice())
                        .isPresent();
    }

    private static InVoice of(UpdateVoiceState told) {
        return new InVoice(
                told.getUserId(),
                told.getChannelId(),
                told.getSession(),
                told.getSessionId(),
                told.getSelfMute(),
                told.getSelfDeaf(),
                told.getSuppressed(),
                told.getRequestedAt() == 0 ? null : told.getRequestedAt());
    }
}
