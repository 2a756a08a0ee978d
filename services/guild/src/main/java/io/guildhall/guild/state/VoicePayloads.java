package io.guildhall.guild.state;

import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Member;
import io.guildhall.model.payload.VoiceState;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Members;
import java.util.Optional;

/** Voice states as JSON. */
public final class VoicePayloads {
    private VoicePayloads() {}

    /** As GUILD_CREATE holds it: neither guild nor member, which stand around it. */
    public static VoiceState inGuild(GuildView guild, VoiceStates.InVoice state) {
        return of(guild, state, null, null);
    }

    /** As VOICE_STATE_UPDATE carries it; channel 0 says that the user left. */
    public static VoiceState inEvent(GuildView guild, VoiceStates.InVoice state) {
        Member member =
                guild.findMember(state.userId()).map(GuildMember::payload).orElse(null);
        return of(guild, state, Snowflake.format(guild.id()), member);
    }

    private static VoiceState of(GuildView guild, VoiceStates.InVoice state, String guildId, Member member) {
        Optional<RowView> row = guild.findMember(state.userId()).map(GuildMember::row);
        boolean deaf = row.map(found -> found.get(Members.DEAF, false)).orElse(false);
        boolean mute = row.map(found -> found.get(Members.MUTE, false)).orElse(false);
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
                state.suppressed(),
                Json.timestampOrNull(state.requestedAt()));
    }
}
