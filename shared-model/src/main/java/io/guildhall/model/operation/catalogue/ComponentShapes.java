package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.discriminated;
import static io.guildhall.model.operation.Shapes.flags;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.reference;
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

    private static final ObjectShape BUTTON = ComponentParts.COMPONENT
            .required("style", choice(1, 2, 3, 4, LINK, PREMIUM))
            .optional("label", text(80))
            .optional("emoji", ComponentParts.EMOJI)
            .optional("custom_id", text(1, 100))
            .optional("url", url(512))
            .optional("sku_id", reference())
            .optional("disabled", bool())
            .rule(ComponentShapes::checkButton);

    private static final ObjectShape ACTION_ROW = ComponentParts.COMPONENT
            .required(
                    "components",
                    list(
                            1,
                            5,
                            discriminated(
                                    "type",
                                    Map.of(
                                            2,
                                            BUTTON,
                                            3,
                                            SelectShapes.OF_OPTIONS,
                                            5,
                                            SelectShapes.ofEntities("user"),
                                            6,
                                            SelectShapes.ofEntities("role"),
                                            7,
                                            SelectShapes.ofEntities("user", "role"),
                                            8,
                                            SelectShapes.OF_CHANNELS))))
            .rule(ComponentShapes::checkRow);

    private static final ObjectShape TEXT_DISPLAY = ComponentParts.COMPONENT.required("content", text(1, 4000));

    private static final ObjectShape THUMBNAIL = ComponentParts.COMPONENT
            .required("media", ComponentParts.MEDIA)
            .optional("description", text(1024))
            .optional("spoiler", bool());

    private static final ObjectShape SECTION = ComponentParts.COMPONENT
            .required("components", list(1, 3, discriminated("type", Map.of(10, TEXT_DISPLAY))))
            .required("accessory", discriminated("type", Map.of(2, BUTTON, 11, THUMBNAIL)));

    private static final ObjectShape GALLERY = ComponentParts.COMPONENT.required(
            "items",
            list(
                    1,
                    10,
                    object().required("media", ComponentParts.MEDIA)
                            .optional("description", text(1024))
                            .optional("spoiler", bool())));

    private static final ObjectShape FILE =
            ComponentParts.COMPONENT.required("file", ComponentParts.MEDIA).optional("spoiler", bool());

    private static final ObjectShape SEPARATOR =
            ComponentParts.COMPONENT.optional("divider", bool()).optional("spacing", choice(1, 2));

    private static final Map<Integer, Shape> WITHIN_CONTAINER =
            Map.of(1, ACTION_ROW, 9, SECTION, 10, TEXT_DISPLAY, 12, GALLERY, 13, FILE, 14, SEPARATOR);

    private static final ObjectShape CONTAINER = ComponentParts.COMPONENT
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
        String own = style == LINK ? "url" : style == PREMIUM ? "sku_id" : "custom_id";
        if (!button.has(own)) {
            problems.at(own)
                    .add(
                            own.equals("custom_id") ? "BUTTON_COMPONENT_CUSTOM_ID_REQUIRED" : "BASE_TYPE_REQUIRED",
                            "A " + own.replace('_', ' ') + " is required");
        }
        for (String other : List.of("custom_id", "url", "sku_id")) {
            if (!other.equals(own) && button.has(other)) {
                problems.at(other)
                        .add(
                                "BUTTON_COMPONENT_CUSTOM_ID_URL_MUTUALLY_EXCLUSIVE",
                                "Only one of custom_id, url and sku_id can be specified, as the style says");
            }
        }
        boolean described =
                button.has("emoji") || !button.path("label").asText("").isEmpty();
        if (described == (style == PREMIUM)) {
            problems.at("label")
                    .add(
                            "BUTTON_COMPONENT_INVALID_BUTTON",
                            described
                                    ? "A premium button has no label and no emoji"
                                    : "A button needs a label or an emoji");
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
