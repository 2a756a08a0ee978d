package io.guildhall.guild.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildState;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.RequestChannelInfo;
import io.guildhall.model.rpc.RequestSounds;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Op 31 and op 43: what a session asks about sounds and voice channels. */
@Singleton
public final class ChannelQuestions {
    /** Guilds hold no sounds of their own. */
    Reply sounds(GuildState guild, RequestSounds request, Changes changes) {
        ObjectNode payload = Json.object().put("guild_id", Snowflake.format(guild.id()));
        payload.putArray("soundboard_sounds");
        changes.event(Events.forUser(DispatchEvent.SOUNDBOARD_SOUNDS, payload)
                .addOnlySessions(request.getSession())
                .build());
        return Reply.noContent();
    }

    /** The voice channels that the user may see, each with the fields that were asked for. */
    Reply channelInfo(GuildState guild, RequestChannelInfo request, Changes changes) {
        ObjectNode payload = Json.object().put("guild_id", Snowflake.format(guild.id()));
        ArrayNode channels = payload.putArray("channels");
        Optional<GuildMember> member = guild.findMember(request.getUserId());
        for (GuildChannel channel : guild.channelsInOrder()) {
            boolean visible = channel.type().voice()
                    && member.isPresent()
                    && guild.permissions().has(member.get(), channel, Permission.VIEW_CHANNEL);
            if (visible) {
                ObjectNode info = channels.addObject().put("id", Snowflake.format(channel.id()));
                request.getFieldsList().forEach(info::putNull);
            }
        }
        changes.event(Events.forUser(DispatchEvent.CHANNEL_INFO, payload)
                .addOnlySessions(request.getSession())
                .build());
        return Reply.noContent();
    }
}
