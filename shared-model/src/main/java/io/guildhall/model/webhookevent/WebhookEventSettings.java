package io.guildhall.model.webhookevent;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.payload.Json;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.Applications;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** Which events an application wants to be told over HTTP, and where; as it wrote them, by the names of its fields. */
public record WebhookEventSettings(ObjectNode json) {
    public static final String URL = "event_webhooks_url";
    private static final String STATUS = "event_webhooks_status";
    private static final String TYPES = "event_webhooks_types";
    private static final int ENABLED = 2;

    /** @param application a row of {@link Applications} */
    public static WebhookEventSettings of(RowView application) {
        JsonNode settings = Json.parse(application.get(Applications.EVENT_WEBHOOKS, "{}"));
        return new WebhookEventSettings(settings instanceof ObjectNode object ? object : Json.object());
    }

    public Optional<String> url() {
        return Optional.ofNullable(json.path(URL).textValue());
    }

    /** Whether events of this type are asked for. */
    public boolean wants(WebhookEvent.Type type) {
        return json.path(STATUS).asInt() == ENABLED
                && StreamSupport.stream(json.path(TYPES).spliterator(), false)
                        .anyMatch(named -> named.asText().equals(type.name()));
    }
}
