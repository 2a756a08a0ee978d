package io.guildhall.guild.voice;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.VoiceEvents;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.VoiceOperations;
import io.guildhall.model.payload.ChannelType;
import io.guildhall.model.permission.Permission;
import jakarta.inject.Singleton;
import java.util.Objects;

/** Says what goes on in a voice channel, until everybody has left it. Who is not in it has to manage it. */
@Singleton
public final class SetVoiceStatus implements GuildOperation {
    @Override
    public Operation operation() {
        return VoiceOperations.SET_VOICE_STATUS;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildChannel channel = guild.channel(call.id("channel_id"));
        if (channel.type() != ChannelType.GUILD_VOICE) {
            throw ApiException.of(ErrorCode.CANNOT_EXECUTE_ACTION_ON_THIS_CHANNEL_TYPE);
        }
        boolean there = guild.voice()
                .find(call.callerId())
                .filter(state -> state.channelId() == channel.id())
                .isPresent();
        if (!there) {
            VoiceSpeech.require(guild, call.callerId(), channel, Permission.MANAGE_CHANNELS);
        }
        String status = RoomStatus.of(call.body())
                .status()
                .value()
                .filter(text -> !text.isEmpty())
                .orElse(null);
        String before = guild.voice().status(channel.id()).orElse(null);
        if (Objects.equals(before, status)) {
            return Reply.noContent();
        }
        call.audit()
                .target(channel.id())
                .action(
                        status == null
                                ? AuditAction.VOICE_CHANNEL_STATUS_DELETE
                                : AuditAction.VOICE_CHANNEL_STATUS_CREATE)
                .option("channel_id", channel.id());
        if (status != null) {
            call.audit().option("status", status);
        }
        VoiceEvents.status(guild, channel.id(), status, changes);
        return Reply.noContent();
    }
}
