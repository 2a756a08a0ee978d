package io.guildhall.guild.voice;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.guild.state.GuildChannel;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.state.Rows;
import io.guildhall.guild.state.VoiceEvents;
import io.guildhall.guild.state.VoiceStates.InVoice;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Channels;
import java.util.List;

/**
 * A voice channel that is gone while some are still in it as the guild's memory has it: a stage may have ten thousand listeners. They leave
 * a piece at a time, by steps; nobody is shown as being there meanwhile, because what is not there shows to nobody.
 *
 * @param channel as it was: those who could see it are told
 */
record EmptiedChannel(GuildChannel channel) {
    static final String STEP = "emptyVoice";

    /** Each takes two events, or three. */
    static final int PIECE = 500;

    static EmptiedChannel of(long guildId, JsonNode body) {
        RowView row = Rows.create(
                Channels.TABLE, guildId, Snowflake.parse(body.path("channel").asText()));
        row = Rows.with(row, Channels.TYPE, body.path("type").asLong());
        return new EmptiedChannel(
                GuildChannel.of(Rows.with(row, Channels.OVERWRITES, Json.bytes(body.path("overwrites")))));
    }

    /** Those who leave next. */
    static List<InVoice> some(GuildState guild, long channelId) {
        return guild.voice().all().stream()
                .filter(state -> state.channelId() == channelId)
                .limit(PIECE)
                .toList();
    }

    /** The next piece, of a channel that is gone. */
    void leave(GuildState guild, Changes changes) {
        for (InVoice state : some(guild, channel.id())) {
            guild.put(guild.voice().without(state.userId()));
            VoiceEvents.goneFrom(channel, guild, state, changes);
        }
        goOn(guild, changes);
    }

    /** Asks the guild for the next piece, if somebody is left. */
    void goOn(GuildState guild, Changes changes) {
        if (guild.voice().countIn(channel.id()) > 0) {
            ObjectNode body = Json.object()
                    .put("channel", Snowflake.format(channel.id()))
                    .put("type", channel.type().number());
            body.set("overwrites", Json.tree(channel.overwriteList()));
            changes.step(guild.context().key(), STEP, body);
        }
    }
}
