package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.discriminated;
import static io.guildhall.model.operation.Shapes.flags;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.localized;
import static io.guildhall.model.operation.Shapes.nonce;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.operation.Shapes;
import java.util.Map;

/** What people do with commands, components and modals. What of it the application offers is checked by the channel's owner. */
final class InteractionShapes {
    private static final int MOST_TEXT = 6000;

    /** What was entered for an option: text, a number or a boolean, each as itself. */
    static final Shape SCALAR = (value, problems) -> {
        if (value.isBoolean()) {
            return value;
        }
        return value.isNumber()
                ? Shapes.number().check(value, problems)
                : text(MOST_TEXT).check(value, problems);
    };

    private static final ObjectShape VALUE_OPTION = object().required("type", integer(1, 11))
            .required("name", text(1, 32))
            .optional("value", SCALAR)
            .optional("focused", bool());
    private static final ObjectShape SUB_COMMAND = VALUE_OPTION.optional("options", list(0, 25, VALUE_OPTION));
    private static final ObjectShape OPTION = VALUE_OPTION.optional("options", list(0, 25, SUB_COMMAND));

    private static final ObjectShape FILE = object().required("id", snowflake())
            .optional("filename", text(1, 1024))
            .optional("uploaded_filename", text(1, 4096))
            .optional("description", text(1024));

    private static final ObjectShape COMMAND = object().required("id", snowflake())
            .optional("version", snowflake())
            .optional("name", text(1, 32))
            .optional("type", choice(1, 2, 3))
            .optional("guild_id", snowflake())
            .optional("target_id", snowflake())
            .optional("options", list(0, 25, OPTION))
            .optional("attachments", list(0, 10, FILE));

    private static final ObjectShape COMPONENT = object().required("component_type", integer(2, 8))
            .required("custom_id", text(1, 100))
            .optional("values", list(0, 25, text(1, 100)).distinct());

    private static final ObjectShape INPUT = object().required("type", integer(1, 23))
            .optional("id", integer(0, Integer.MAX_VALUE))
            .optional("custom_id", text(1, 100))
            .optional("value", SCALAR)
            .optional("values", list(0, 25, text(1, 100)).distinct());

    private static final ObjectShape MODAL = object().required("id", snowflake())
            .required("custom_id", text(1, 100))
            .required(
                    "components",
                    list(0, 40, INPUT.optional("components", list(0, 5, INPUT)).optional("component", INPUT)))
            .optional("attachments", list(0, 10, FILE));

    private static final ObjectShape INTERACTION = object().required("application_id", snowflake())
            .required("channel_id", snowflake())
            .optional("guild_id", snowflake())
            .required("session_id", text(1, 100))
            .optional("nonce", nonce());

    static final Shape CREATE = discriminated(
            "type",
            Map.of(
                    2, INTERACTION.required("data", COMMAND),
                    3,
                            INTERACTION
                                    .required("data", COMPONENT)
                                    .required("message_id", snowflake())
                                    .optional("message_flags", flags()),
                    4, INTERACTION.required("data", COMMAND),
                    5, INTERACTION.required("data", MODAL)));

    private static final ObjectShape CHOICES = object().optional(
                    "choices",
                    list(
                            0,
                            25,
                            object().required("name", text(1, 100))
                                    .nullable("name_localizations", localized(text(1, 100)))
                                    .required("value", SCALAR)));

    static final Shape CALLBACK = discriminated(
            "type",
            Map.of(
                    4, object().optional("data", MessageShapes.ANSWER),
                    5, object().optional("data", object().optional("flags", flags())),
                    6, object(),
                    7, object().optional("data", MessageShapes.EDIT),
                    8, object().required("data", CHOICES),
                    9, object().required("data", ModalShapes.MODAL),
                    12, object()));

    static final Shape WITH_RESPONSE = object().optional("with_response", bool());

    private InteractionShapes() {}
}
