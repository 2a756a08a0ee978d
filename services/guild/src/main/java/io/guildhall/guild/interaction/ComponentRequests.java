package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.installation.Installation;
import io.guildhall.guild.message.AppMessage;
import io.guildhall.guild.message.AppMessages;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.payload.Json;
import java.util.Optional;

/** Somebody presses a button of a message, or chooses from one of its menus. */
final class ComponentRequests {
    private static final int BUTTON = 2;

    private ComponentRequests() {}

    static Request check(Place place, long userId, NewInteraction body, Resolved resolved) {
        AppMessage message = message(place, userId, body);
        Installation installation = AnsweredBy.of(place, body.applicationId().required(), message.interaction());
        UsedComponent given = UsedComponent.of(body.data().required());
        JsonNode component = find(message.components(), given.customId().required());
        Problems problems = Problems.none();
        if (component.path("type").asInt() != given.componentType().required()
                || component.path("disabled").asBoolean()) {
            problems.at("data").at("custom_id").add("COMPONENT_VALIDATION_FAILED", "Component validation failed");
            throw ApiException.invalidForm(problems);
        }
        ObjectNode data = Json.object()
                .put("id", component.path("id").asInt())
                .put("custom_id", component.path("custom_id").asText())
                .put("component_type", component.path("type").asInt());
        if (component.path("type").asInt() != BUTTON) {
            ArrayNode values = new SelectValues(resolved)
                    .checked(
                            component,
                            given.values().or(Json.array()),
                            true,
                            problems.at("data").at("values"));
            if (!problems.isEmpty()) {
                throw ApiException.invalidForm(problems);
            }
            data.set("values", values);
        }
        resolved.addTo(data);
        ObjectNode metadata = Json.object().put("interacted_message_id", Snowflake.format(message.id()));
        return new Request(data, metadata, Optional.of(message), installation);
    }

    /** A message of this application that the person sees. */
    private static AppMessage message(Place place, long userId, NewInteraction body) {
        return AppMessages.find(place, body.messageId().required())
                .filter(found -> found.onlyTo().orElse(userId) == userId)
                .filter(found -> found.applicationId() == body.applicationId().required())
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_MESSAGE));
    }

    /** The component with this custom id, wherever it stands. */
    static JsonNode find(JsonNode components, String customId) {
        for (JsonNode component : components) {
            if (component.path("custom_id").asText("").equals(customId)) {
                return component;
            }
            if (component.path("accessory").path("custom_id").asText("").equals(customId)) {
                return component.get("accessory");
            }
            JsonNode inside = find(component.path("components"), customId);
            if (!inside.isMissingNode()) {
                return inside;
            }
        }
        return MissingNode.getInstance();
    }
}
