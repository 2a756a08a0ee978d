package io.guildhall.guild.interaction;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.payload.Json;
import java.util.HashMap;
import java.util.Map;

/** What was entered into a form: the form's components in their order, each with its value. */
final class ModalInputs {
    private static final int TEXT_INPUT = 4;
    private static final int FILE_UPLOAD = 19;
    private static final int RADIO_GROUP = 21;
    private static final int CHECKBOX = 23;
    private static final int MOST_TEXT = 4000;

    private final Resolved resolved;
    private final SentFiles files;
    private final Map<String, JsonNode> given = new HashMap<>();

    ModalInputs(Resolved resolved, SentFiles files, JsonNode entered) {
        this.resolved = resolved;
        this.files = files;
        collect(entered);
    }

    ArrayNode checked(JsonNode form, Problems problems) {
        ArrayNode checked = Json.array();
        int index = 0;
        for (JsonNode component : form) {
            ObjectNode answer = begin(component);
            if (component.has("components")) {
                answer.set(
                        "components",
                        checked(component.get("components"), problems.at(index).at("components")));
            } else if (component.has("component")) {
                answer.set(
                        "component",
                        input(component.get("component"), problems.at(index).at("component")));
            } else if (component.has("custom_id")) {
                answer = input(component, problems.at(index));
            }
            checked.add(answer);
            index++;
        }
        return checked;
    }

    private void collect(JsonNode entered) {
        for (JsonNode component : entered) {
            if (component.has("custom_id")) {
                given.put(component.get("custom_id").asText(), component);
            }
            collect(component.path("components"));
            if (component.has("component")) {
                collect(Json.array().add(component.get("component")));
            }
        }
    }

    private ObjectNode input(JsonNode component, Problems problems) {
        String customId = component.path("custom_id").asText();
        JsonNode entered = given.getOrDefault(customId, MissingNode.getInstance());
        ObjectNode answer = begin(component).put("custom_id", customId);
        switch (component.path("type").asInt()) {
            case TEXT_INPUT -> answer.put("value", text(component, entered.path("value"), problems.at("value")));
            case RADIO_GROUP -> answer.put("value", radio(component, entered.path("value"), problems.at("value")));
            case CHECKBOX -> answer.put("value", entered.path("value").asBoolean(false));
            case FILE_UPLOAD -> answer.set("values", uploads(component, entered.path("values"), problems.at("values")));
            default ->
                answer.set(
                        "values",
                        new SelectValues(resolved)
                                .checked(component, entered.path("values"), true, problems.at("values")));
        }
        return answer;
    }

    private static String text(JsonNode component, JsonNode value, Problems problems) {
        String text = value.asText("");
        int length = text.codePointCount(0, text.length());
        boolean required = component.path("required").asBoolean(true);
        int least = Math.max(component.path("min_length").asInt(0), required ? 1 : 0);
        int most = component.path("max_length").asInt(MOST_TEXT);
        if (length == 0 && required) {
            problems.add("BASE_TYPE_REQUIRED", "This field is required");
        } else if (length > most || (length > 0 && length < least)) {
            problems.add("BASE_TYPE_BAD_LENGTH", "Must be between " + least + " and " + most + " in length.");
        }
        return text;
    }

    /** Null when none is chosen. */
    private static String radio(JsonNode component, JsonNode value, Problems problems) {
        boolean none = value.isMissingNode() || value.isNull();
        if (none && component.path("required").asBoolean(true)) {
            problems.add("BASE_TYPE_REQUIRED", "This field is required");
        } else if (!none && !SelectValues.isOption(component, value.asText())) {
            problems.add("SELECT_COMPONENT_INVALID_VALUE", "The value is not among the options");
        }
        return none ? null : value.asText();
    }

    private ArrayNode uploads(JsonNode component, JsonNode values, Problems problems) {
        boolean mayBeEmpty = !component.path("required").asBoolean(true);
        int least = component.path("min_values").asInt(1);
        int most = component.path("max_values").asInt(1);
        if (!(values.isEmpty() && mayBeEmpty) && (values.size() < least || values.size() > most)) {
            problems.add("BASE_TYPE_BAD_LENGTH", "Must be between " + least + " and " + most + " in length.");
        }
        ArrayNode uploaded = Json.array();
        values.forEach(value -> uploaded.add(files.resolve(value.asText(), resolved, problems)));
        return uploaded;
    }

    private static ObjectNode begin(JsonNode component) {
        return Json.object()
                .put("type", component.path("type").asInt())
                .put("id", component.path("id").asInt());
    }
}
