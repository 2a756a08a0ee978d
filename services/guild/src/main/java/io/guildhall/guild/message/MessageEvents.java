package io.guildhall.guild.message;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.Event;

/** Tells those who may see a channel what happens to its messages. */
public final class MessageEvents {
    private MessageEvents() {}

    /** MESSAGE_CREATE or MESSAGE_UPDATE, and the fact. In guilds also for those who may not read content. */
    static void message(DispatchEvent name, Place place, MessageBytes bytes, Changes changes) {
        MessageFacts.is(place, bytes, changes);
        Event.Builder event = place.begin(name, bytes.event(place));
        if (place.guildId().isPresent() && bytes.hasContent()) {
            ContentReaders.of(bytes).addTo(event, bytes, place);
        }
        place.send(event.build(), changes);
    }

    /** MESSAGE_UPDATE for a message that nobody gets as an answer. */
    static void updated(Place place, MessageBytes bytes, Changes changes) {
        message(DispatchEvent.MESSAGE_UPDATE, place, bytes, changes);
    }

    /** An event about a message of this channel that carries nothing of its content. */
    public static void about(DispatchEvent name, Place place, ObjectNode payload, Changes changes) {
        place.send(about(name, place, payload).build(), changes);
    }

    /** Begins such an event. */
    public static Event.Builder about(DispatchEvent name, Place place, ObjectNode payload) {
        payload.put("channel_id", Snowflake.format(place.channelId()));
        withGuild(payload, place);
        return place.begin(name, payload);
    }

    private static void withGuild(ObjectNode payload, Place place) {
        place.guildId().ifPresent(guild -> payload.put("guild_id", Snowflake.format(guild)));
    }
}
