package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.discriminated;
import static io.guildhall.model.operation.Shapes.flags;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.mediaUrl;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;
import static io.guildhall.model.operation.Shapes.url;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Problems;
import io.guildhall.model.operation.Shape;
import java.util.List;
import java.util.Map;

/** A message's components, by their type numbers. */
final class ComponentShapes {
    private static final int LINK = 5;
    private static final int PREMIUM = 6;

    /** Every component may carry a number that names it within its message. */
    private static final ObjectShape COMPONENT = object().optional("id", integer(0, Integer.MAX_VALUE));

    static final Shape EMOJI =
            object().nullable("id", snowflake()).nullable("name", text(100)).optional("animated", bool());

    private static final ObjectShape BUTTON = COMPONENT
            .required("style", choice(1, 2, 3, 4, LINK, PREMIUM))
            .optional("label", text(80))
            .optional("emoji", EMOJI)
            .optional("custom_id", text(1, 100))
            .optional("url", url(512))
            .optional("sku_id", snowflake())
            .optional("disabled", bool())
            .rule(ComponentShapes::checkButton);

    private static final ObjectShape SELECT = COMPONENT
            .required("custom_id", text(1, 100))
            .optional("placeholder", text(150))
            .optional("min_values", integer(0, 25))
            .optional("max_values", integer(1, 25))
            .optional("disabled", bool())
            .optional("required", bool())
            .rule(ComponentShapes::checkSelect);

    private static final ObjectShape OPTION = object().required("label", text(1, 100))
            .required("value", text(1, 100))
            .optional("description", text(100))
            .optional("emoji", EMOJI)
            .optional("default", bool());

    private static final ObjectShape ENTITY_SELECT = SELECT.optional(
            "default_values",
            list(
                    0,
                    25,
                    object().required("id", snowflake()).required("type", choice(List.of("user", "role", "channel")))));

    private static final ObjectShape ACTION_ROW = COMPONENT
            .required(
                    "components",
                    list(
                            1,
                            5,
                            discriminated(
                                    "type",
                                    Map.of(
                                            2, BUTTON,
                                            3, SELECT.required("options", list(1, 25, OPTION)),
                                            5, ENTITY_SELECT,
                                            6, ENTITY_SELECT,
                                            7, ENTITY_SELECT,
                                            8, ENTITY_SELECT.optional("channel_types", list(0, 50, integer(0, 16)))))))
            .rule(ComponentShapes::checkRow);

    private static final ObjectShape MEDIA = object().required("url", mediaUrl());

    private static final ObjectShape TEXT_DISPLAY = COMPONENT.required("content", text(1, 4000));

    private static final ObjectShape THUMBNAIL = COMPONENT
            .required("media", MEDIA)
            .optional("description", text(1024))
            .optional("spoiler", bool());

    private static final ObjectShape SECTION = COMPONENT
            .required("components", list(1, 3, discriminated("type", Map.of(10, TEXT_DISPLAY))))
            .required("accessory", discriminated("type", Map.of(2, BUTTON, 11, THUMBNAIL)));

    private static final ObjectShape GALLERY = COMPONENT.required(
            "items",
            list(
                    1,
                    10,
                    object().required("media", MEDIA)
                            .optional("description", text(1024))
                            .optional("spoiler", bool())));

    private static final ObjectShape FILE = COMPONENT.required("file", MEDIA).optional("spoiler", bool());

    private static final ObjectShape SEPARATOR =
            COMPONENT.optional("divider", bool()).optional("spacing", choice(1, 2));

    private static final Map<Integer, Shape> WITHIN_CONTAINER =
            Map.of(1, ACTION_ROW, 9, SECTION, 10, TEXT_DISPLAY, 12, GALLERY, 13, FILE, 14, SEPARATOR);

    private static final ObjectShape CONTAINER = COMPONENT
            .required("components", list(1, 40, discriminated("type", WITHIN_CONTAINER)))
            .optional("accent_color", integer(0, 0xFFFFFF))
            .optional("spoiler", bool())
            .optional("flags", flags());

    /** What a message may hold at its top level; {@link ComponentRules} looks at all of it together. */
    static final Shape COMPONENTS = list(
            0,
            40,
            discriminated(
                    "type",
                    Map.of(
                            1, ACTION_ROW,
                            9, SECTION,
                            10, TEXT_DISPLAY,
                            12, GALLERY,
                            13, FILE,
                            14, SEPARATOR,
                            17, CONTAINER)));

    private ComponentShapes() {}

    private static void checkButton(ObjectNode button, Problems problems) {
        int style = button.path("style").asInt();
        if (style == LINK && !button.has("url")) {
            problems.at("url").add("BASE_TYPE_REQUIRED", "A url is required");
        }
        if (style == PREMIUM && !button.has("sku_id")) {
            problems.at("sku_id").add("BASE_TYPE_REQUIRED", "A sku id is required");
        }
        if (style < LINK && !button.has("custom_id")) {
            problems.at("custom_id").add("BUTTON_COMPONENT_CUSTOM_ID_REQUIRED", "A custom id is required");
        }
        if (style >= LINK && button.has("custom_id")) {
            problems.at("custom_id")
                    .add(
                            "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                            "A custom id and url cannot both be specified");
        }
        if (style != PREMIUM && !button.has("label") && !button.has("emoji")) {
            problems.at("label").add("BUTTON_COMPONENT_INVALID_BUTTON", "A button needs a label or an emoji");
        }
    }

    private static void checkSelect(ObjectNode select, Problems problems) {
        if (select.path("min_values").asInt(1) > select.path("max_values").asInt(1)
                && (select.has("max_values") || select.path("min_values").asInt() > 1)) {
            problems.at("min_values").add("BASE_TYPE_MAX", "min_values cannot be larger than max_values");
        }
    }

    private static void checkRow(ObjectNode row, Problems problems) {
        int width = 0;
        for (JsonNode component : row.path("components")) {
            width += component.path("type").asInt() == 2 ? 1 : 5;
        }
        if (width > 5) {
            problems.at("components").add("COMPONENT_LAYOUT_WIDTH_EXCEEDED", "The component layout is too wide");
        }
    }
}
