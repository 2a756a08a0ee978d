package io.guildhall.model.operation.catalogue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.operation.Problems;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What holds for all components of a message together. */
public final class ComponentRules {
    /** The message flag that turns a message into a tree of components. */
    static final long COMPONENTS_V2 = 1L << 15;

    private static final int MAX_ROWS = 5;
    private static final int MAX_COMPONENTS = 40;
    private static final int MAX_TEXT = 4000;
    private static final int ACTION_ROW = 1;
    private static final List<String> LEGACY_FIELDS = List.of("content", "embeds", "sticker_ids");

    private ComponentRules() {}

    /** Rules for a new message, where the flags in the body are all there is. */
    static void ofNewMessage(ObjectNode message, Problems problems) {
        boolean tree = (message.path("flags").asLong() & COMPONENTS_V2) != 0;
        if (tree) {
            refuseLegacyFields(message, problems);
        } else {
            demandRows(message.path("components"), problems.at("components"));
        }
        ofAnyMessage(message, problems);
    }

    /** Rules that also hold for an edit, which need not repeat the flags of its message. */
    static void ofAnyMessage(ObjectNode message, Problems problems) {
        Totals totals = new Totals();
        totals.add(message.path("components"), problems.at("components"));
        if (totals.components > MAX_COMPONENTS) {
            problems.at("components")
                    .add("BASE_TYPE_MAX_LENGTH", "Must be " + MAX_COMPONENTS + " or fewer components in total.");
        }
        if (totals.characters > MAX_TEXT) {
            problems.at("components")
                    .add("COMPONENT_MAX_TEXT_EXCEEDED", "Must be " + MAX_TEXT + " or fewer characters in total.");
        }
    }

    private static void refuseLegacyFields(ObjectNode message, Problems problems) {
        for (String field : LEGACY_FIELDS) {
            JsonNode value = message.path(field);
            if (!value.asText("").isEmpty() || !value.isEmpty()) {
                problems.at(field)
                        .add(
                                "MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2",
                                "The '" + field + "' field cannot be used when using MessageFlags.IS_COMPONENTS_V2");
            }
        }
    }

    /** The rule for components at the top of a message that is no tree of them. */
    public static void demandRows(JsonNode components, Problems problems) {
        if (components.size() > MAX_ROWS) {
            problems.add("BASE_TYPE_MAX_LENGTH", "Must be " + MAX_ROWS + " or fewer in length.");
        }
        for (int index = 0; index < components.size(); index++) {
            if (components.get(index).path("type").asInt() != ACTION_ROW) {
                problems.at(index).at("type").add("UNION_TYPE_CHOICES", "Value of field \"type\" must be one of (1).");
            }
        }
    }

    private static final class Totals {
        private final Set<String> customIds = new HashSet<>();
        private final Set<Integer> ids = new HashSet<>();
        private int components;
        private int characters;

        void add(JsonNode list, Problems problems) {
            for (int index = 0; index < list.size(); index++) {
                addOne(list.get(index), problems.at(index));
            }
        }

        private void addOne(JsonNode component, Problems problems) {
            components++;
            String text = component.path("content").asText("");
            characters += text.codePointCount(0, text.length());
            int id = component.path("id").asInt();
            if (id != 0 && !ids.add(id)) {
                problems.at("id").add("COMPONENT_ID_DUPLICATED", "Component id cannot be duplicated");
            }
            String customId = component.path("custom_id").asText("");
            if (!customId.isEmpty() && !customIds.add(customId)) {
                problems.at("custom_id")
                        .add("COMPONENT_CUSTOM_ID_DUPLICATED", "Component custom id cannot be duplicated");
            }
            add(component.path("components"), problems.at("components"));
            if (component.has("accessory")) {
                addOne(component.get("accessory"), problems.at("accessory"));
            }
        }
    }
}
