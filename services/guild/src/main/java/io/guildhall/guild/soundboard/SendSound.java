package io.guildhall.guild.soundboard;

import io.guildhall.guild.call.Call;
import io.guildhall.guild.call.GuildOperation;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.catalogue.SoundboardOperations;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.SoundboardSound;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.MemberSlice;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.Sounds;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * Plays a sound for those who are in a voice channel with the caller, who hears and may be heard there. A sound of another guild is for its
 * members, where they may use such.
 */
@Singleton
public final class SendSound implements GuildOperation {
    @Override
    public Operation operation() {
        return SoundboardOperations.SEND_SOUND;
    }

    @Override
    public Reply handle(GuildState guild, Call call, Changes changes) {
        GuildChannel channel = guild.channel(call.id("channel_id"));
        GuildMember caller = guild.member(call.callerId());
        requireHeard(guild, caller, channel);
        SoundboardSound sound = sound(guild, channel, caller, PlayBody.of(call.body()));
        Event.Builder effect = Events.inChannel(
                DispatchEvent.VOICE_CHANNEL_EFFECT_SEND,
                channel.id(),
                Json.object()
                        .put("channel_id", Snowflake.format(channel.id()))
                        .put("guild_id", Snowflake.format(guild.id()))
                        .put("user_id", Snowflake.format(caller.id()))
                        .put("sound_id", sound.soundId())
                        .put("sound_volume", sound.volume())
                        .putNull("emoji"));
        guild.voice().all().stream()
                .filter(state -> state.channelId() == channel.id())
                .forEach(state -> effect.addOnlyUsers(state.userId()));
        changes.event(effect.build());
        return Reply.noContent();
    }

    private static void requireHeard(GuildState guild, GuildMember caller, GuildChannel channel) {
        InVoice state = guild.voice()
                .find(caller.id())
                .filter(there -> there.channelId() == channel.id())
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_VOICE_STATE));
        RowView member = caller.row();
        boolean silenced = member.get(Members.DEAF, false) || member.get(Members.MUTE, false);
        if (silenced || state.selfDeaf() || state.suppressed()) {
            throw ApiException.of(ErrorCode.CANNOT_SEND_VOICE_EFFECT_WHEN_USER_IS_SERVER_MUTED_DEAFENED_OR_SUPPRESSED);
        }
    }

    private static SoundboardSound sound(GuildState guild, GuildChannel channel, GuildMember caller, PlayBody body) {
        long id = body.soundId().required();
        long source = body.sourceGuildId().or(guild.id());
        Optional<SoundboardSound> sound = SoundboardSound.findDefault(id)
                .or(() -> guild.expressions().sounds().find(id).map(row -> SoundboardSound.from(row, null)));
        if (sound.isEmpty() && source != guild.id()) {
            guild.permissions().require(caller, channel, Permission.USE_EXTERNAL_SOUNDS);
            sound = elsewhere(guild, source, id, caller.id()).map(row -> SoundboardSound.from(row, null));
        }
        return sound.orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_SOUND));
    }

    private static Optional<RowView> elsewhere(GuildState guild, long source, long id, long userId) {
        boolean member = guild.storage()
                .row(Members.TABLE, source, MemberSlice.of(userId), userId)
                .isPresent();
        return member ? guild.storage().row(Sounds.TABLE, source, id) : Optional.empty();
    }
}
