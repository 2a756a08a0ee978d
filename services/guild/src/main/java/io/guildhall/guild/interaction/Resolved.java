package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.message.UserLookup;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.payload.Member;
import io.guildhall.model.payload.Role;
import io.guildhall.model.payload.User;
import io.guildhall.model.permission.Permission;
import java.util.Optional;

/** What an interaction speaks of, by id: each is looked up once and told with the interaction. */
final class Resolved {
    private final Place place;
    private final long userId;
    private final long applicationId;
    private final UserLookup users;
    private final ObjectNode resolved = Json.object();

    Resolved(Place place, long userId, long applicationId) {
        this.place = place;
        this.userId = userId;
        this.applicationId = applicationId;
        this.users = UserLookup.here(place);
    }

    /** False when there is no such user. A user who is here is told as a member too. */
    boolean user(long id) {
        Optional<User> user = users.find(id);
        user.ifPresent(found -> {
            put("users", id, Json.tree(found));
            place.findMember(id).ifPresent(member -> put("members", id, member(member, id)));
        });
        return user.isPresent();
    }

    /** False when there is no such role here. */
    boolean role(long id) {
        Optional<Role> role = place.surroundings().role(id);
        role.ifPresent(found -> put("roles", id, Json.tree(found)));
        return role.isPresent();
    }

    /** False when there is no such channel here that the person sees, or it is of a type that was not asked for. */
    boolean channel(long id, JsonNode types) {
        Optional<ObjectNode> channel =
                place.surroundings().channel(id, userId, applicationId).filter(found -> isAmong(found, types));
        channel.ifPresent(found -> put("channels", id, found));
        return channel.isPresent();
    }

    void message(long id, ObjectNode message) {
        put("messages", id, message);
    }

    void attachment(long id, ObjectNode attachment) {
        put("attachments", id, attachment);
    }

    /** What was resolved before. */
    JsonNode shown(String kind, long id) {
        return resolved.path(kind).path(Snowflake.format(id));
    }

    /** Adds everything to the data of an interaction, if there is anything. */
    void addTo(ObjectNode data) {
        if (!resolved.isEmpty()) {
            data.set("resolved", resolved);
        }
    }

    private ObjectNode member(Member member, long id) {
        ObjectNode described = Json.tree(member.withoutUser());
        described.remove("deaf");
        described.remove("mute");
        return described.put("permissions", Permission.format(place.permissions(id)));
    }

    private void put(String kind, long id, ObjectNode value) {
        resolved.withObject("/" + kind).set(Snowflake.format(id), value);
    }

    private static boolean isAmong(ObjectNode channel, JsonNode types) {
        if (types.isEmpty()) {
            return true;
        }
        for (JsonNode type : types) {
            if (type.asInt() == channel.path("type").asInt()) {
                return true;
            }
        }
        return false;
    }
}
