package io.guildhall.model.webhookevent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.payload.Json;
import io.guildhall.model.rpc.Errand;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Optional;

/**
 * Something that an application is told over HTTP, if it asked for that (Discord's documentation: Webhook Events). Owners ask api to tell it,
 * as an errand that may get lost.
 *
 * @param url where instead of the address that the application names for all of its events
 */
public record WebhookEvent(long applicationId, Type type, JsonNode data, Optional<String> url) {
    public static final String ERRAND = "tellApplication";

    private static final int VERSION = 1;
    private static final int PING = 0;
    private static final int EVENT = 1;

    /** As Discord writes it: in UTC, without saying so. */
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS").withZone(ZoneOffset.UTC);

    /** What happens here of what can be asked for. */
    public enum Type {
        APPLICATION_AUTHORIZED,
        APPLICATION_DEAUTHORIZED,
        ENTITLEMENT_CREATE,
        ENTITLEMENT_UPDATE,
        ENTITLEMENT_DELETE,
        GAME_DIRECT_MESSAGE_CREATE,
        GAME_DIRECT_MESSAGE_UPDATE,
        GAME_DIRECT_MESSAGE_DELETE,
        LOBBY_MESSAGE_CREATE,
        LOBBY_MESSAGE_UPDATE
    }

    /** At the application's own address. */
    public WebhookEvent(long applicationId, Type type, JsonNode data) {
        this(applicationId, type, data, Optional.empty());
    }

    public static WebhookEvent of(Errand errand) {
        JsonNode body = Json.parse(errand.getBody());
        return new WebhookEvent(
                Snowflake.parse(body.path("application_id").asText("0")),
                Type.valueOf(body.path("type").asText()),
                body.path("data"),
                Optional.ofNullable(body.path("url").textValue()));
    }

    public Errand errand() {
        ObjectNode body = Json.object()
                .put("application_id", Snowflake.format(applicationId))
                .put("type", type.name())
                .put("url", url.orElse(null));
        body.set("data", data);
        return Errand.newBuilder().setName(ERRAND).setBody(Json.bytes(body)).build();
    }

    /** What the application is sent. */
    public ObjectNode payload(Instant at) {
        ObjectNode payload = head(applicationId, EVENT);
        payload.putObject("event")
                .put("type", type.name())
                .put("timestamp", TIME.format(at))
                .set("data", data);
        return payload;
    }

    /** What shows whether somebody listens who answers for the application. */
    public static ObjectNode ping(long applicationId) {
        return head(applicationId, PING);
    }

    private static ObjectNode head(long applicationId, int type) {
        return Json.object()
                .put("version", VERSION)
                .put("application_id", Snowflake.format(applicationId))
                .put("type", type);
    }
}
