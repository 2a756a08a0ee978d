package io.guildhall.guild.privatechannel;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.kernel.actor.Changes;
import io.guildhall.model.event.Events;
import io.guildhall.model.gateway.PersonEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.rpc.Event;

/** Tells those who belong to a group that somebody came into it, or belongs to it no more. */
record RecipientChange(PrivatePlace place, long userId, User user) {
    /** The others are told. */
    void joined(Changes changes) {
        send(PersonEvent.CHANNEL_RECIPIENT_ADD, changes);
    }

    /** Those who are left are told. */
    void left(Changes changes) {
        send(PersonEvent.CHANNEL_RECIPIENT_REMOVE, changes);
    }

    private void send(PersonEvent name, Changes changes) {
        ObjectNode payload = Json.object().put("channel_id", Snowflake.format(place.channelId()));
        payload.set("user", Json.tree(user));
        Event event = Events.forPerson(name, payload).build();
        place.channel().participants().keySet().stream()
                .filter(member -> member != userId)
                .forEach(member -> changes.publish(PrivatePlace.actor(member), event));
    }
}
