package io.guildhall.model.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Message;
import io.guildhall.model.rpc.ActorKey;
import io.guildhall.model.rpc.ActorKind;
import io.guildhall.model.rpc.Fact;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * What actors tell of messages to those who read their logs, such as search. Facts of one channel come in order. Its home is the
 * guild, or for a private channel the channel itself.
 */
public sealed interface MessageFact {
    /** As it stands in {@link Fact#getTopic}. */
    String TOPIC = "messages";

    long home();

    /** Whether an actor's own messages are told of: it is a guild, or a private channel. */
    static boolean isHome(ActorKey actor) {
        return actor.getKind() == ActorKind.GUILD || actor.getKind() == ActorKind.PRIVATE_CHANNEL;
    }

    /** A message is new or another, and looks like this now. */
    record Is(long home, Message message) implements MessageFact {}

    /** These messages were deleted. */
    record Gone(long home, List<Long> messages) implements MessageFact {}

    /** A channel was deleted, with all its messages; it never comes back. */
    record ChannelGone(long home, long channel) implements MessageFact {}

    /** A guild was deleted, with all its messages; it never comes back. */
    record HomeGone(long home) implements MessageFact {}

    /** @param message as answers carry it, serialised */
    static Fact is(long home, long channel, ByteString message) {
        ByteString payload = ByteString.copyFromUtf8("{\"home\":\"" + Snowflake.format(home) + "\",\"message\":")
                .concat(message)
                .concat(ByteString.copyFromUtf8("}"));
        return fact(Snowflake.format(channel), payload);
    }

    static Fact gone(long home, long channel, Collection<Long> messages) {
        List<String> ids = messages.stream().map(Snowflake::format).toList();
        return fact(
                Snowflake.format(channel),
                Json.bytes(Json.object().put("home", Snowflake.format(home)).set("gone", Json.tree(ids))));
    }

    static Fact channelGone(long home, long channel) {
        return fact(
                Snowflake.format(channel),
                Json.bytes(Json.object()
                        .put("home", Snowflake.format(home))
                        .put("channel_gone", Snowflake.format(channel))));
    }

    static Fact homeGone(long home) {
        return fact(
                "", Json.bytes(Json.object().put("home", Snowflake.format(home)).put("home_gone", true)));
    }

    /** Reads a fact of {@link #TOPIC}. */
    static MessageFact of(Fact fact) {
        JsonNode payload = Json.parse(fact.getPayload());
        long home = Snowflake.parse(payload.get("home").asText());
        if (payload.has("message")) {
            return new Is(home, Json.read(payload.get("message"), Message.class));
        }
        if (payload.has("gone")) {
            List<Long> messages = new ArrayList<>();
            payload.get("gone").forEach(id -> messages.add(Snowflake.parse(id.asText())));
            return new Gone(home, messages);
        }
        return payload.has("channel_gone")
                ? new ChannelGone(
                        home, Snowflake.parse(payload.get("channel_gone").asText()))
                : new HomeGone(home);
    }

    private static Fact fact(String key, ByteString payload) {
        return Fact.newBuilder().setTopic(TOPIC).setKey(key).setPayload(payload).build();
    }
}
