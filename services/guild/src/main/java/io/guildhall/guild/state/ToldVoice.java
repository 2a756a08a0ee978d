package io.guildhall.guild.state;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.model.event.Events;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;

/**
 * What gateways are told of their sessions' voice states, whatever the sessions' intents are: voice states lie in an owner's memory alone, and
 * the next owner has them from the sessions.
 */
final class ToldVoice {
    static final String EVENT = "$VOICE_STATE";

    private ToldVoice() {}

    /** To all sessions of the user: the one that is in voice remembers it, and the others that they are not. */
    static void tell(GuildState guild, InVoice state, Changes changes) {
        ObjectNode told = Json.object()
                .put("guild_id", Snowflake.format(guild.id()))
                .put("channel_id", Snowflake.format(state.channelId()))
                .put("session_id", state.sessionId())
                .put("self_mute", state.selfMute())
                .put("self_deaf", state.selfDeaf())
                .put("suppress", state.suppressed())
                .put("requested_at", state.requestedAt())
                .put("epoch", guild.context().epoch());
        changes.event(Events.control(EVENT, told).addOnlyUsers(state.userId()).build());
    }
}
