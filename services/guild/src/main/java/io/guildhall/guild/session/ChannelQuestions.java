package io.guildhall.guild.session;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.ByteString;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.kernel.actor.Reply;
import io.guildhall.guild.session.PrivateAnswers.Private;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildMember;
import io.guildhall.guild.state.GuildSnapshot;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.GuildView;
import io.guildhall.guild.state.JsonParts;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;
import io.guildhall.model.rpc.RequestChannelInfo;
import io.guildhall.model.rpc.RequestSounds;
import jakarta.inject.Singleton;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Op 31 and op 43: what a session asks about sounds and voice channels. */
@Singleton
public final class ChannelQuestions {
    private static final String STATUS = "status";

    /** What is told of a channel: nothing that a client made up comes back with each of them. */
    private static final Set<String> FIELDS = Set.of(STATUS, "voice_start_time");

    private final PrivateAnswers answers;

    public ChannelQuestions(PrivateAnswers answers) {
        this.answers = answers;
    }

    /** All sounds of the guild. */
    Reply sounds(GuildState guild, RequestSounds request, Changes changes) {
        ByteString payload = JsonParts.with(
                Json.bytes(Json.object().put("guild_id", Snowflake.format(guild.id()))),
                "soundboard_sounds",
                guild.expressions().sounds().json().get());
        Event event = Events.forUser(DispatchEvent.SOUNDBOARD_SOUNDS, payload).build();
        Private answer = new Private(request.getSession(), List.of(event).iterator());
        return answers.answer(guild, answer, changes);
    }

    /** The voice channels that the user may see, each with the fields that were asked for. */
    Reply channelInfo(GuildState guild, RequestChannelInfo request, Changes changes) {
        GuildSnapshot snapshot = guild.snapshot();
        Iterator<Event> events =
                new LaterEvents(() -> List.of(channelInfo(snapshot, request)).iterator());
        return answers.answer(guild, new Private(request.getSession(), events), changes);
    }

    private static Event channelInfo(GuildView guild, RequestChannelInfo request) {
        ObjectNode payload = Json.object().put("guild_id", Snowflake.format(guild.id()));
        ArrayNode channels = payload.putArray("channels");
        Optional<GuildMember> member = guild.findMember(request.getUserId());
        for (GuildChannel channel : guild.channelsInOrder()) {
            boolean visible = channel.type().voice()
                    && member.isPresent()
                    && guild.permissions().shows(member.get(), channel);
            if (visible) {
                ObjectNode info = channels.addObject().put("id", Snowflake.format(channel.id()));
                request.getFieldsList().stream().filter(FIELDS::contains).forEach(info::putNull);
                if (request.getFieldsList().contains(STATUS)) {
                    info.put(STATUS, guild.voice().status(channel.id()).orElse(null));
                }
            }
        }
        return Events.forUser(DispatchEvent.CHANNEL_INFO, payload).build();
    }
}
