package io.guildhall.guild.voice;

import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Member;
import io.guildhall.model.payload.VoiceState;
import io.guildhall.model.table.catalogue.Members;

/** Voice states as JSON. */
public final class VoicePayloads {
    private VoicePayloads() {}

    /** As GUILD_CREATE holds it: neither guild nor member, which stand around it. */
    public static VoiceState inGuild(GuildState guild, VoiceStates.InVoice state) {
        return of(guild, state, null, null);
    }

    /** As VOICE_STATE_UPDATE carries it; channel 0 says that the user left. */
    public static VoiceState inEvent(GuildState guild, VoiceStates.InVoice state) {
        Member member =
                guild.findMember(state.userId()).map(GuildMember::payload).orElse(null);
        return of(guild, state, Snowflake.format(guild.id()), member);
    }

    private static VoiceState of(GuildState guild, VoiceStates.InVoice state, String guildId, Member member) {
        boolean deaf = guild.findMember(state.userId())
                .map(found -> found.row().get(Members.DEAF, false))
                .orElse(false);
        boolean mute = guild.findMember(state.userId())
                .map(found -> found.row().get(Members.MUTE, false))
                .orElse(false);
        return new VoiceState(
                guildId,
                state.channelId() == 0 ? null : Snowflake.format(state.channelId()),
                Snowflake.format(state.userId()),
                member,
                state.sessionId(),
                deaf,
                mute,
                state.selfDeaf(),
                state.selfMute(),
                false,
                false,
                null);
    }
}
