package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.reference;
import static io.guildhall.model.operation.Shapes.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Select menus among a message's components. */
final class SelectShapes {
    private static final ObjectShape SELECT = ComponentParts.COMPONENT
            .required("custom_id", text(1, 100))
            .optional("placeholder", text(150))
            .optional("min_values", integer(0, 25))
            .optional("max_values", integer(1, 25))
            .optional("disabled", bool())
            .optional("required", bool())
            .rule(SelectShapes::checkSelect);

    private static final ObjectShape OPTION = object().required("label", text(1, 100))
            .required("value", text(1, 100))
            .optional("description", text(100))
            .optional("emoji", ComponentParts.EMOJI)
            .optional("default", bool());

    static final ObjectShape OF_OPTIONS =
            SELECT.required("options", list(1, 25, OPTION)).rule(SelectShapes::checkOptions);
    static final ObjectShape OF_CHANNELS = ofEntities("channel").optional("channel_types", list(0, 50, integer(0, 16)));

    private SelectShapes() {}

    /** A select whose options the client knows; its defaults are of these types. */
    static ObjectShape ofEntities(String... types) {
        return SELECT.optional(
                "default_values",
                list(0, 25, object().required("id", reference()).required("type", choice(List.of(types)))));
    }

    private static void checkSelect(ObjectNode select, Problems problems) {
        int least = select.path("min_values").asInt(1);
        int most = select.path("max_values").asInt(1);
        if (least > most) {
            problems.at("min_values").add("BASE_TYPE_MAX", "min_values cannot be larger than max_values");
        }
        int chosen = select.path("default_values").size();
        if (chosen > most || (chosen > 0 && chosen < least)) {
            problems.at("default_values")
                    .add("BASE_TYPE_BAD_LENGTH", "Must be between " + least + " and " + most + " in length.");
        }
    }

    private static void checkOptions(ObjectNode select, Problems problems) {
        Set<String> values = new HashSet<>();
        int chosen = 0;
        int index = 0;
        for (JsonNode option : select.path("options")) {
            if (!values.add(option.path("value").asText())) {
                problems.at("options")
                        .at(index)
                        .at("value")
                        .add("SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
            }
            chosen += option.path("default").asBoolean() ? 1 : 0;
            index++;
        }
        if (chosen > select.path("max_values").asInt(1)) {
            problems.at("options").add("SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many options are the default");
        }
        if (select.path("min_values").asInt(1) > index) {
            problems.at("min_values").add("BASE_TYPE_MAX", "There are fewer options than that");
        }
    }
}
