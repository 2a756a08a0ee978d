package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.reference;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;
import static io.guildhall.model.operation.Shapes.trimmed;

import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.permission.Permission;
import java.util.List;

/**
 * The rules by which a guild is moderated without people, for those who manage it. Discord names no code for a rule that is not there:
 * it is answered with 404 and code 0.
 */
public final class AutoModerationOperations {
    private static final String RULES = "/guilds/{guild_id}/auto-moderation/rules";
    private static final String RULE = RULES + "/{rule_id}";
    private static final int FOUR_WEEKS = 2_419_200;

    private static final Shape WORD = trimmed(1, 60);
    private static final Shape TRIGGER_TYPE = choice(1, 3, 4, 5, 6);
    private static final Shape EVENT_TYPE = choice(1, 2);

    /** Which of these a rule has depends on its trigger: the handlers check it. */
    private static final ObjectShape METADATA = object().optional("keyword_filter", list(0, 1000, WORD))
            .optional("regex_patterns", list(0, 10, text(1, 260)))
            .optional("presets", list(0, 3, choice(1, 2, 3)).distinct())
            .optional("allow_list", list(0, 1000, WORD))
            .optional("mention_total_limit", integer(0, 50))
            .optional("mention_raid_protection_enabled", bool());

    private static final ObjectShape ACTION = object().required("type", choice(1, 2, 3, 4))
            .optional(
                    "metadata",
                    object().optional("channel_id", snowflake())
                            .optional("duration_seconds", integer(0, FOUR_WEEKS))
                            .optional("custom_message", text(300)));

    private static final ObjectShape SETTINGS = object().optional("trigger_metadata", METADATA)
            .optional("actions", list(1, 5, ACTION))
            .optional("enabled", bool())
            .optional("exempt_roles", list(0, 20, reference()).distinct())
            .optional("exempt_channels", list(0, 50, reference()).distinct());

    public static final Operation LIST_RULES = get("listAutoModerationRules", RULES)
            .in(Scope.GUILD)
            .needs(Permission.MANAGE_GUILD)
            .build();

    public static final Operation GET_RULE = get("getAutoModerationRule", RULE)
            .in(Scope.GUILD)
            .needs(Permission.MANAGE_GUILD)
            .build();

    public static final Operation CREATE_RULE = post("createAutoModerationRule", RULES)
            .in(Scope.GUILD)
            .body(SETTINGS.required("name", name(1, 100))
                    .required("event_type", EVENT_TYPE)
                    .required("trigger_type", TRIGGER_TYPE))
            .needs(Permission.MANAGE_GUILD)
            .audit(AuditAction.AUTO_MODERATION_RULE_CREATE)
            .build();

    public static final Operation UPDATE_RULE = patch("updateAutoModerationRule", RULE)
            .in(Scope.GUILD)
            .body(SETTINGS.optional("name", name(1, 100))
                    .optional("event_type", EVENT_TYPE)
                    .optional("trigger_type", TRIGGER_TYPE))
            .needs(Permission.MANAGE_GUILD)
            .audit(AuditAction.AUTO_MODERATION_RULE_UPDATE)
            .build();

    public static final Operation DELETE_RULE = delete("deleteAutoModerationRule", RULE)
            .in(Scope.GUILD)
            .status(204)
            .needs(Permission.MANAGE_GUILD)
            .audit(AuditAction.AUTO_MODERATION_RULE_DELETE)
            .build();

    private AutoModerationOperations() {}

    static List<Operation> all() {
        return List.of(LIST_RULES, GET_RULE, CREATE_RULE, UPDATE_RULE, DELETE_RULE);
    }
}
