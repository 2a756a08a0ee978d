package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.discriminated;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.knownPermissions;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.localized;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.number;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Shape;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Application commands. */
final class CommandShapes {
    private static final int STRING = 3;
    private static final int INTEGER = 4;
    private static final int CHANNEL = 7;
    private static final int NUMBER = 10;

    private static final Shape NAME =
            text(1, 32).matching(CommandRules.TYPED, "APPLICATION_COMMAND_INVALID_NAME", "Command name is invalid");

    private static final Shape NAMES = localized(name(1, 32));
    private static final Shape DESCRIPTIONS = localized(text(1, 100));

    private static final ObjectShape OPTION = object().required("name", NAME)
            .nullable("name_localizations", NAMES)
            .required("description", text(1, 100))
            .nullable("description_localizations", DESCRIPTIONS);

    private static final ObjectShape VALUE_OPTION = OPTION.optional("required", bool());

    private static final Map<Integer, Shape> VALUE_OPTIONS = valueOptions();

    private static final ObjectShape SUB_COMMAND =
            OPTION.optional("options", list(0, 25, discriminated("type", VALUE_OPTIONS)));

    private static final ObjectShape SUB_COMMAND_GROUP =
            OPTION.optional("options", list(0, 25, discriminated("type", Map.of(1, SUB_COMMAND))));

    private static final Shape OPTIONS = list(0, 25, discriminated("type", allOptions()));

    private static final ObjectShape SETTINGS = object().nullable("name_localizations", NAMES)
            .optional("description", text(100))
            .nullable("description_localizations", DESCRIPTIONS)
            .optional("options", OPTIONS)
            .nullable("default_member_permissions", knownPermissions())
            .nullable("dm_permission", bool())
            .nullable("default_permission", bool())
            .nullable("contexts", list(1, 3, choice(0, 1, 2)).distinct())
            .nullable("integration_types", list(1, 2, choice(0, 1)).distinct())
            .optional("nsfw", bool())
            .optional("handler", choice(1, 2));

    static final ObjectShape CREATE = SETTINGS.optional("id", snowflake())
            .required("name", name(1, 32))
            .optional("type", choice(1, 2, 3, 4))
            .rule(CommandRules::ofCommand);

    static final ObjectShape UPDATE = SETTINGS.optional("name", name(1, 32));

    static final Shape BULK = list(0, 130, CREATE);

    static final Shape WITH_LOCALIZATIONS = object().optional("with_localizations", bool());

    private CommandShapes() {}

    private static Map<Integer, Shape> valueOptions() {
        Map<Integer, Shape> options = new HashMap<>();
        options.put(
                STRING,
                choices(text(0, 100))
                        .optional("min_length", integer(0, 6000))
                        .optional("max_length", integer(1, 6000)));
        options.put(INTEGER, choices(integer()).optional("min_value", integer()).optional("max_value", integer()));
        options.put(NUMBER, choices(number()).optional("min_value", number()).optional("max_value", number()));
        options.put(
                CHANNEL,
                VALUE_OPTION.optional(
                        "channel_types", list(0, 50, integer(0, 16)).distinct()));
        for (int plain : List.of(5, 6, 8, 9, 11)) {
            options.put(plain, VALUE_OPTION);
        }
        return Map.copyOf(options);
    }

    private static ObjectShape choices(Shape value) {
        return VALUE_OPTION
                .optional("autocomplete", bool())
                .optional(
                        "choices",
                        list(
                                0,
                                25,
                                object().required("name", text(1, 100))
                                        .nullable("name_localizations", localized(text(1, 100)))
                                        .required("value", value)));
    }

    private static Map<Integer, Shape> allOptions() {
        Map<Integer, Shape> options = new HashMap<>(VALUE_OPTIONS);
        options.put(1, SUB_COMMAND);
        options.put(2, SUB_COMMAND_GROUP);
        return Map.copyOf(options);
    }
}
