package io.guildhall.guild.voice;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.VoiceEvents;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.permission.Permission;
import java.util.Optional;

/** Who speaks in a voice channel and who listens. On a stage everybody listens until a moderator lets them speak. */
final class VoiceSpeech {
    private VoiceSpeech() {}

    /** Whether a member who comes into a channel listens only. */
    static boolean suppressed(GuildState guild, long userId, long channelId) {
        GuildChannel channel = guild.channel(channelId);
        return channel.type() == ChannelType.GUILD_STAGE_VOICE
                || !guild.permissions().has(guild.member(userId), channel, Permission.SPEAK);
    }

    /** @throws ApiException 10065 when the member is in no voice channel */
    static InVoice of(GuildState guild, long userId) {
        return guild.voice().find(userId).orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_VOICE_STATE));
    }

    /**
     * The stage on which somebody is.
     *
     * @param named where the request says that this is; empty when it does not
     */
    static GuildChannel stage(GuildState guild, InVoice state, Optional<Long> named) {
        GuildChannel channel = guild.channel(named.orElse(state.channelId()));
        if (channel.type() != ChannelType.GUILD_STAGE_VOICE) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE);
        }
        if (channel.id() != state.channelId()) {
            throw ApiException.of(ErrorCode.UNKNOWN_VOICE_STATE);
        }
        return channel;
    }

    static void require(GuildState guild, long userId, GuildChannel channel, Permission permission) {
        GuildMember member = guild.member(userId);
        guild.permissions().require(member, channel, permission);
    }

    /** Somebody speaks or listens from now on, or asks to speak. */
    static void save(GuildState guild, InVoice before, boolean suppressed, Long requestedAt, Changes changes) {
        InVoice after = before.speaking(suppressed, requestedAt);
        if (!after.equals(before)) {
            guild.put(guild.voice().with(after));
            VoiceEvents.here(guild, after, changes);
        }
    }
}
