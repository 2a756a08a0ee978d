package io.guildhall.guild.member;

import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.guild.voice.VoiceUpdates;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.permission.Permission;
import java.util.Optional;

/** Moving members between voice channels, and out of them. */
final class VoiceMoves {
    private VoiceMoves() {}

    /** Refuses who may not move members, and a channel to which the caller can't connect. */
    static void check(GuildState guild, GuildMember caller, GuildMember target, Optional<Long> channelId) {
        guild.permissions().require(caller, Permission.MOVE_MEMBERS);
        if (guild.voice().find(target.id()).isEmpty()) {
            throw ApiException.of(ErrorCode.TARGET_USER_IS_NOT_CONNECTED_TO_VOICE);
        }
        if (channelId.isPresent()) {
            GuildChannel channel = guild.channel(channelId.get());
            if (!channel.type().voice()) {
                throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE);
            }
            guild.permissions().require(caller, channel, Permission.CONNECT);
        }
    }

    static void move(
            GuildState guild, GuildMember target, Optional<Long> channelId, VoiceUpdates voice, Changes changes) {
        InVoice state = guild.voice().find(target.id()).orElseThrow();
        if (channelId.isPresent()) {
            voice.move(guild, state, channelId.get(), changes);
        } else {
            voice.leave(guild, state, changes);
        }
    }
}
