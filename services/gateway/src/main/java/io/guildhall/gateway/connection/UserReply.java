package io.guildhall.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.google.protobuf.ByteString;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Position;
import java.util.stream.StreamSupport;

/** What a user's owner answers when a session attaches: the user, their application, guilds and private channels. */
record UserReply(JsonNode body) {
    private static final long PRESENCES_ALLOWED = 1L << 12 | 1L << 13;
    private static final long MEMBERS_ALLOWED = 1L << 14 | 1L << 15;
    private static final long CONTENT_ALLOWED = 1L << 18 | 1L << 19;

    static UserReply read(ByteString body) {
        return new UserReply(Json.parse(body));
    }

    JsonNode user() {
        return body.path("user");
    }

    JsonNode application() {
        return body.path("application");
    }

    /** The ids of the user's guilds. */
    long[] guilds() {
        return StreamSupport.stream(body.path("guilds").spliterator(), false)
                .mapToLong(id -> Snowflake.parse(id.asText()))
                .toArray();
    }

    /** How many sessions of the bot have begun in a day, with this one. */
    long sessionStarts() {
        return body.path("session_starts").asLong();
    }

    /** Where the user's events stood when the session attached; epoch 0 when the owner does not say. */
    Position position() {
        JsonNode position = body.path("position");
        return Position.newBuilder()
                .setEpoch(position.path("epoch").asLong())
                .setSequence(position.path("sequence").asLong())
                .build();
    }

    /** True when the application's flags allow every privileged intent in the set. */
    boolean allows(long intents) {
        long flags = application().path("flags").asLong();
        return allows(Intent.GUILD_PRESENCES, intents, flags, PRESENCES_ALLOWED)
                && allows(Intent.GUILD_MEMBERS, intents, flags, MEMBERS_ALLOWED)
                && allows(Intent.MESSAGE_CONTENT, intents, flags, CONTENT_ALLOWED);
    }

    private static boolean allows(Intent intent, long intents, long flags, long needed) {
        return !intent.in(intents) || (flags & needed) != 0;
    }
}
