package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.discriminated;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Shape;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Forms that an application lets a person fill in. */
final class ModalShapes {
    private static final int TEXT_INPUT = 4;

    private static final ObjectShape INPUT =
            ComponentParts.COMPONENT.required("custom_id", text(1, 100)).optional("required", bool());

    private static final ObjectShape TEXT = INPUT.required("style", choice(1, 2))
            .optional("label", text(1, 45))
            .optional("value", text(4000))
            .optional("placeholder", text(100))
            .optional("min_length", integer(0, 4000))
            .optional("max_length", integer(1, 4000))
            .rule((input, problems) -> inOrder(input, "min_length", "max_length", problems));

    private static final ObjectShape COUNTED = INPUT.optional("min_values", integer(0, 10))
            .optional("max_values", integer(1, 10))
            .rule((input, problems) -> inOrder(input, "min_values", "max_values", problems));

    private static final ObjectShape OPTION = object().required("label", text(1, 100))
            .required("value", text(1, 100))
            .optional("description", text(100))
            .optional("default", bool());

    private static final Shape IN_LABEL = discriminated(
            "type",
            Map.ofEntries(
                    Map.entry(3, SelectShapes.OF_OPTIONS),
                    Map.entry(TEXT_INPUT, TEXT),
                    Map.entry(5, SelectShapes.ofEntities("user")),
                    Map.entry(6, SelectShapes.ofEntities("role")),
                    Map.entry(7, SelectShapes.ofEntities("user", "role")),
                    Map.entry(8, SelectShapes.OF_CHANNELS),
                    Map.entry(19, COUNTED),
                    Map.entry(21, INPUT.required("options", list(2, 10, OPTION)).rule(ModalShapes::checkOptions)),
                    Map.entry(
                            22, COUNTED.required("options", list(1, 10, OPTION)).rule(ModalShapes::checkOptions)),
                    Map.entry(23, INPUT.optional("default", bool()))));

    private static final ObjectShape LABEL = ComponentParts.COMPONENT
            .required("label", text(1, 45))
            .optional("description", text(1, 100))
            .required("component", IN_LABEL);

    private static final ObjectShape ROW = ComponentParts.COMPONENT.required(
            "components", list(1, 1, discriminated("type", Map.of(TEXT_INPUT, TEXT.required("label", text(1, 45))))));

    static final ObjectShape MODAL = object().required("custom_id", text(1, 100))
            .required("title", text(1, 45))
            .required(
                    "components",
                    list(
                            1,
                            5,
                            discriminated(
                                    "type",
                                    Map.of(
                                            1,
                                            ROW,
                                            10,
                                            ComponentParts.COMPONENT.required("content", text(1, 4000)),
                                            18,
                                            LABEL))))
            .rule(ModalShapes::checkIds);

    private ModalShapes() {}

    private static void inOrder(ObjectNode input, String least, String most, Problems problems) {
        if (input.has(least)
                && input.has(most)
                && input.get(least).asInt() > input.get(most).asInt()) {
            problems.at(least).add("BASE_TYPE_MAX", least + " cannot be larger than " + most);
        }
    }

    private static void checkOptions(ObjectNode group, Problems problems) {
        Set<String> values = new HashSet<>();
        int index = 0;
        for (JsonNode option : group.path("options")) {
            if (!values.add(option.path("value").asText())) {
                problems.at("options")
                        .at(index)
                        .at("value")
                        .add("SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
            }
            index++;
        }
    }

    private static void checkIds(ObjectNode modal, Problems problems) {
        Set<String> customIds = new HashSet<>();
        Set<Integer> ids = new HashSet<>();
        for (JsonNode top : modal.path("components")) {
            for (JsonNode component : new JsonNode[] {
                top, top.path("component"), top.path("components").path(0)
            }) {
                String customId = component.path("custom_id").asText("");
                if (!customId.isEmpty() && !customIds.add(customId)) {
                    problems.at("components")
                            .add("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
                }
                int id = component.path("id").asInt();
                if (id != 0 && !ids.add(id)) {
                    problems.at("components").add("COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
                }
            }
        }
    }
}
