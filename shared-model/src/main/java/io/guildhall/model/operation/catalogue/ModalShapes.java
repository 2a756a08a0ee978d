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
            .rule((input, problems) -> inOrder(input, "min_values", "max_values", problems))
            .rule(ModalShapes::checkLeast);

    private static final ObjectShape OPTION = object().required("label", text(1, 100))
            .required("value", text(1, 100))
            .optional("description", text(100))
            .optional("default", bool());

    private static final Shape IN_LABEL = discriminated(
            "type",
            Map.ofEntries(
                    Map.entry(3, menu(SelectShapes.OF_OPTIONS)),
                    Map.entry(TEXT_INPUT, TEXT),
                    Map.entry(5, menu(SelectShapes.ofEntities("user"))),
                    Map.entry(6, menu(SelectShapes.ofEntities("role"))),
                    Map.entry(7, menu(SelectShapes.ofEntities("user", "role"))),
                    Map.entry(8, menu(SelectShapes.OF_CHANNELS)),
                    Map.entry(19, COUNTED),
                    Map.entry(
                            21,
                            INPUT.required("options", list(2, 10, OPTION))
                                    .rule((group, problems) -> checkOptions(group, 1, problems))),
                    Map.entry(
                            22,
                            COUNTED.required("options", list(1, 10, OPTION))
                                    .rule((group, problems) -> checkOptions(
                                            group, group.path("max_values").asInt(10), problems))),
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

    /** A menu as messages have it, where it is in a form: nothing in a form is disabled, and whether it must be answered is said of it. */
    private static ObjectShape menu(ObjectShape select) {
        return select.rule(ModalShapes::checkLeast).rule(ModalShapes::checkUsable);
    }

    /** What must be answered is answered by one at least. */
    private static void checkLeast(ObjectNode input, Problems problems) {
        if (input.path("required").asBoolean(true) && input.path("min_values").asInt(1) == 0) {
            problems.at("min_values").add("NUMBER_TYPE_MIN", "int value should be greater than or equal to 1.");
        }
    }

    private static void checkUsable(ObjectNode input, Problems problems) {
        if (input.path("disabled").asBoolean()) {
            problems.at("disabled").add("COMPONENT_VALIDATION_FAILED", "Components of a modal cannot be disabled");
        }
    }

    private static void inOrder(ObjectNode input, String least, String most, Problems problems) {
        if (input.has(least)
                && input.has(most)
                && input.get(least).asInt() > input.get(most).asInt()) {
            problems.at(least).add("BASE_TYPE_MAX", least + " cannot be larger than " + most);
        }
    }

    /** @param most that may be chosen before anybody has looked at it */
    private static void checkOptions(ObjectNode group, int most, Problems problems) {
        Set<String> values = new HashSet<>();
        int index = 0;
        int chosen = 0;
        for (JsonNode option : group.path("options")) {
            if (!values.add(option.path("value").asText())) {
                problems.at("options")
                        .at(index)
                        .at("value")
                        .add("SELECT_COMPONENT_OPTION_VALUE_DUPLICATED", "The specified option value is already used");
            }
            chosen += option.path("default").asBoolean() ? 1 : 0;
            index++;
        }
        if (chosen > most) {
            problems.at("options").add("SELECT_COMPONENT_TOO_MANY_DEFAULT_VALUES", "Too many options are the default");
        }
        if (group.path("min_values").asInt(1) > index) {
            problems.at("min_values").add("BASE_TYPE_MAX", "There are fewer options than that");
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
