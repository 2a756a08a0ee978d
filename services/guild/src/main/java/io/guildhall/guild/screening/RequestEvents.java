package io.guildhall.guild.screening;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.state.GuildState;
import io.guildhall.guild.user.Profiles;
import io.guildhall.model.gateway.Intent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.User;
import io.guildhall.model.permission.Permission;
import io.guildhall.model.rpc.Event;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** Tells those who may turn people away of requests to join. */
final class RequestEvents {
    private RequestEvents() {}

    /** GUILD_JOIN_REQUEST_CREATE for one that waits from now on. */
    static Event created(GuildState guild, JoinRequest request) {
        return event("GUILD_JOIN_REQUEST_CREATE", whole(guild, request));
    }

    static Event updated(GuildState guild, JoinRequest request) {
        return event("GUILD_JOIN_REQUEST_UPDATE", whole(guild, request));
    }

    static Event deleted(GuildState guild, JoinRequestBook.Place place) {
        return event(
                "GUILD_JOIN_REQUEST_DELETE",
                Json.object()
                        .put("id", Snowflake.format(place.id()))
                        .put("guild_id", Snowflake.format(guild.id()))
                        .put("user_id", Snowflake.format(place.userId())));
    }

    /** The request as answers show it. */
    static ObjectNode json(GuildState guild, JoinRequest request) {
        List<Long> users = Stream.of(request.userId(), request.actionedBy())
                .filter(Objects::nonNull)
                .toList();
        Map<Long, User> shown = Profiles.of(guild.storage(), users);
        return request.json(shown);
    }

    private static ObjectNode whole(GuildState guild, JoinRequest request) {
        ObjectNode payload = Json.object()
                .put("guild_id", Snowflake.format(guild.id()))
                .put("status", request.status().name());
        payload.set("request", json(guild, request));
        return payload;
    }

    private static Event event(String name, ObjectNode payload) {
        return Event.newBuilder()
                .setName(name)
                .setPayload(Json.bytes(payload))
                .setIntents(Intent.GUILD_MODERATION.bit())
                .setPermissions(Permission.KICK_MEMBERS.mask())
                .build();
    }
}
