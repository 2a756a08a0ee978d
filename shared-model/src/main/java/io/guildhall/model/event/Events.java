package io.guildhall.model.event;

import com.google.protobuf.ByteString;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.gateway.PersonEvent;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Event;

/** Begins events for actors: the name, the payload serialised once, and the intents that the event needs. */
public final class Events {
    private Events() {}

    /** An event of a guild that every member may see; narrow it down on the builder. */
    public static Event.Builder inGuild(DispatchEvent name, Object payload) {
        return begin(name, payload).setIntents(name.guildIntents());
    }

    /** An event for those who may see this channel of a guild. */
    public static Event.Builder inChannel(DispatchEvent name, long channelId, Object payload) {
        return inGuild(name, payload).setChannelId(channelId);
    }

    /** An event of a private channel. */
    public static Event.Builder inPrivate(DispatchEvent name, Object payload) {
        return begin(name, payload).setIntents(name.privateIntents()).setDirect(true);
    }

    /** An event for the sessions of one user, whatever their intents are. */
    public static Event.Builder forUser(DispatchEvent name, Object payload) {
        return begin(name, payload);
    }

    /** An event for the sessions of one person. */
    public static Event.Builder forPerson(PersonEvent name, Object payload) {
        return Event.newBuilder().setName(name.name()).setPayload(bytes(payload));
    }

    /** A message to the gateways themselves, which no client sees; its name begins with $. */
    public static Event.Builder control(String name, Object payload) {
        return Event.newBuilder().setName(name).setPayload(bytes(payload));
    }

    private static Event.Builder begin(DispatchEvent name, Object payload) {
        return Event.newBuilder().setName(name.name()).setPayload(bytes(payload));
    }

    private static ByteString bytes(Object payload) {
        return payload instanceof ByteString ready ? ready : Json.bytes(payload);
    }
}
