package io.guildhall.guild.state;

import io.guildhall.guild.presence.Presences;
import io.guildhall.guild.voice.VoiceStates;

/** Who is there, which is stored nowhere: it outlives a reload of the guild, as the sessions do. */
final class Attendance {
    private Presences presences = Presences.none();
    private VoiceStates voice = VoiceStates.none();

    Presences presences() {
        return presences;
    }

    VoiceStates voice() {
        return voice;
    }

    void set(Presences newPresences, VoiceStates newVoice) {
        presences = newPresences;
        voice = newVoice;
    }
}
