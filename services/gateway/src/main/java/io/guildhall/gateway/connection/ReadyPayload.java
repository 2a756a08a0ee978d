package io.guildhall.gateway.connection;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.gateway.session.Profile;
import io.guildhall.gateway.session.Session;
import io.guildhall.gateway.wire.Dispatch;
import io.guildhall.model.gateway.DispatchEvent;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.voice.VoiceRegions;
import java.util.Set;

/** The first event of a session. */
final class ReadyPayload {
    private static final String TRACE = "[\"guildhall\",{}]";
    /** Fields of the owner's reply that READY carries in a form of its own, or not at all. */
    private static final Set<String> CONSUMED = Set.of("guilds", "application", "position");

    private ReadyPayload() {}

    /** Builds READY; {@code guilds} are those of the session's shard. */
    static Dispatch build(
            Session session, UserReply reply, int version, long capabilities, long[] guilds, String resumeUrl) {
        ObjectNode ready = Json.object();
        Profile profile = session.profile();
        ready.put("v", version);
        ready.putObject("user_settings");
        ready.put("session_type", "normal");
        ready.put("session_id", session.id());
        ready.put("resume_gateway_url", resumeUrl);
        ready.putArray("relationships");
        ready.putArray("private_channels");
        ready.putArray("presences");
        ready.putArray("guild_join_requests");
        VoiceRegions.IDS.forEach(ready.putArray("geo_ordered_rtc_regions")::add);
        ArrayNode unavailable = ready.putArray("guilds");
        for (long guild : guilds) {
            unavailable.addObject().put("id", Snowflake.format(guild)).put("unavailable", true);
        }
        if (profile.bot()) {
            ready.putArray("shard").add(profile.shard()).add(profile.shards());
            ready.set("application", application(reply.application(), profile));
        } else {
            addForPeople(ready, session);
        }
        ready.putArray("_trace").add(TRACE);
        reply.body().properties().forEach(field -> {
            if (!CONSUMED.contains(field.getKey()) && !field.getValue().isNull()) {
                ready.set(field.getKey(), field.getValue());
            }
        });
        if (!profile.bot()) {
            versioned(ready, "read_state", Capability.VERSIONED_READ_STATES.in(capabilities));
            versioned(ready, "user_guild_settings", Capability.VERSIONED_USER_GUILD_SETTINGS.in(capabilities));
        }
        return new Dispatch(DispatchEvent.READY.name(), Json.bytes(ready).toByteArray());
    }

    private static JsonNode application(JsonNode application, Profile profile) {
        ObjectNode shown = Json.object();
        shown.put("id", application.path("id").asText(Snowflake.format(profile.userId())));
        shown.put("flags", application.path("flags").asLong());
        return shown;
    }

    /** Everything every time: no client is asked what it has. */
    private static void versioned(ObjectNode ready, String field, boolean asked) {
        if (asked) {
            JsonNode entries = ready.get(field);
            ready.putObject(field).put("version", 0).put("partial", false).set("entries", entries);
        }
    }

    /** What only people's clients look at. The owner's answer replaces what accounts keep. */
    private static void addForPeople(ObjectNode ready, Session session) {
        ready.putArray("user_guild_settings");
        ready.putArray("read_state");
        ready.putArray("connected_accounts");
        ready.putArray("users");
        ready.putArray("merged_members");
        ready.putObject("notes");
        ready.put("country_code", "");
        ready.put("friend_suggestion_count", 0);
        ready.putObject("consents").putObject("personalization").put("consented", false);
        ready.putArray("experiments");
        ready.putArray("guild_experiments");
        ObjectNode entry = ready.putArray("sessions").addObject();
        entry.put("session_id", session.id());
        entry.put("status", "online");
        entry.putArray("activities");
        entry.putObject("client_info").put("version", 0).put("os", "unknown").put("client", "unknown");
    }
}
