package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.guild.call.Place;
import io.guildhall.guild.installation.Installation;
import io.guildhall.guild.message.AppMessage;
import io.guildhall.guild.message.AppMessages;
import io.guildhall.model.error.ApiException;
import io.guildhall.model.error.ErrorCode;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.payload.Json;
import java.util.Optional;

/** Somebody sends off a form that an application opened for them. */
final class ModalRequests {
    private ModalRequests() {}

    static Request check(Place place, long userId, NewInteraction body, Resolved resolved, SentFiles files) {
        EnteredModal given = EnteredModal.in(body);
        StoredInteraction opened = StoredInteraction.find(place, given.id().required())
                .filter(found -> found.userId() == userId)
                .filter(found -> found.applicationId() == body.applicationId().required())
                .filter(found -> found.modal().isPresent())
                .orElseThrow(() -> ApiException.of(ErrorCode.UNKNOWN_INTERACTION));
        Installation installation = AnsweredBy.of(place, opened.applicationId(), opened.metadata());
        JsonNode modal = opened.modal().orElseThrow();
        Problems problems = Problems.none();
        if (!modal.path("custom_id").asText().equals(given.customId().required())) {
            problems.at("data").at("custom_id").add("COMPONENT_VALIDATION_FAILED", "Component validation failed");
        }
        ObjectNode data = Json.object().put("custom_id", modal.path("custom_id").asText());
        data.set(
                "components",
                new ModalInputs(resolved, files, given.components().or(Json.array()))
                        .checked(modal.path("components"), problems.at("data").at("components")));
        if (!problems.isEmpty()) {
            throw ApiException.invalidForm(problems);
        }
        resolved.addTo(data);
        Optional<AppMessage> source =
                opened.sourceId() == 0 ? Optional.empty() : AppMessages.find(place, opened.sourceId());
        ObjectNode metadata = Json.object();
        metadata.set("triggering_interaction_metadata", opened.metadata());
        return new Request(data, metadata, source, installation);
    }
}
