package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.put;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.line;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** How a guild shows itself: to those who have just come, and to those who look from elsewhere. */
public final class GreetingOperations {
    private static final String WELCOME_SCREEN = "/guilds/{guild_id}/welcome-screen";
    private static final String ONBOARDING = "/guilds/{guild_id}/onboarding";
    private static final String WIDGET = "/guilds/{guild_id}/widget";

    public static final Operation GET_WELCOME_SCREEN =
            get("getWelcomeScreen", WELCOME_SCREEN).in(Scope.GUILD).build();

    public static final Operation UPDATE_WELCOME_SCREEN = patch("updateWelcomeScreen", WELCOME_SCREEN)
            .in(Scope.GUILD)
            .body(object().optional("enabled", bool())
                    .nullable("description", line(0, 140))
                    .nullable(
                            "welcome_channels",
                            list(
                                    0,
                                    5,
                                    object().required("channel_id", snowflake())
                                            .required("description", line(1, 50))
                                            .optional("emoji_id", snowflake())
                                            .optional("emoji_name", text(100)))))
            .needs(Permission.MANAGE_GUILD)
            .audit(AuditAction.GUILD_UPDATE)
            .build();

    private static final Shape PROMPT_OPTION = object().optional("id", snowflake())
            .required("title", line(1, 50))
            .optional("description", line(0, 100))
            .optional("emoji_id", snowflake())
            .optional("emoji_name", text(100))
            .optional("emoji_animated", bool())
            .optional("role_ids", list(0, 50, snowflake()).distinct())
            .optional("channel_ids", list(0, 50, snowflake()).distinct());

    private static final Shape PROMPT = object().required("id", snowflake())
            .required("title", line(1, 100))
            .required("options", list(1, 50, PROMPT_OPTION))
            .optional("single_select", bool())
            .optional("required", bool())
            .optional("in_onboarding", bool())
            .optional("type", choice(0, 1));

    public static final Operation GET_ONBOARDING =
            get("getOnboarding", ONBOARDING).in(Scope.GUILD).build();

    public static final Operation UPDATE_ONBOARDING = put("updateOnboarding", ONBOARDING)
            .in(Scope.GUILD)
            .body(object().optional("prompts", list(0, 15, PROMPT))
                    .optional("default_channel_ids", list(0, 500, snowflake()).distinct())
                    .optional("enabled", bool())
                    .optional("mode", choice(0, 1)))
            .needs(Permission.MANAGE_GUILD, Permission.MANAGE_ROLES)
            .audit(AuditAction.ONBOARDING_UPDATE)
            .build();

    public static final Operation GET_WIDGET_SETTINGS = get("getWidgetSettings", WIDGET)
            .in(Scope.GUILD)
            .needs(Permission.MANAGE_GUILD)
            .build();

    public static final Operation UPDATE_WIDGET_SETTINGS = patch("updateWidgetSettings", WIDGET)
            .in(Scope.GUILD)
            .body(object().optional("enabled", bool()).nullable("channel_id", snowflake()))
            .needs(Permission.MANAGE_GUILD)
            .audit(AuditAction.GUILD_UPDATE)
            .build();

    /** For anybody who knows the guild's id, once its managers turned it on. */
    public static final Operation GET_WIDGET = get("getWidget", "/guilds/{guild_id}/widget.json")
            .in(Scope.GUILD)
            .by(Access.ANYONE)
            .build();

    /** The same as a picture to put on a page. Its owner says what is to be drawn, and api draws it. */
    public static final Operation GET_WIDGET_PICTURE = get("getWidgetPicture", "/guilds/{guild_id}/widget.png")
            .in(Scope.GUILD)
            .by(Access.ANYONE)
            .query(object().optional("style", choice(List.of("shield", "banner1", "banner2", "banner3", "banner4"))))
            .build();

    private static final String NEW_MEMBER_WELCOME = "/guilds/{guild_id}/new-member-welcome";

    private static final ObjectShape GUIDE_CHANNEL = object().required("channel_id", snowflake())
            .required("title", line(1, 60))
            .optional("description", text(200))
            .optional("emoji", object().optional("id", snowflake()).optional("name", text(100)));

    /** 204 when nobody wrote one. */
    public static final Operation GET_NEW_MEMBER_WELCOME =
            get("getNewMemberWelcome", NEW_MEMBER_WELCOME).in(Scope.GUILD).build();

    /** Of people's clients. */
    public static final Operation UPDATE_NEW_MEMBER_WELCOME = put("updateNewMemberWelcome", NEW_MEMBER_WELCOME)
            .in(Scope.GUILD)
            .body(object().optional("enabled", bool())
                    .nullable(
                            "welcome_message",
                            object().required("message", text(1, 300))
                                    .optional(
                                            "author_ids",
                                            list(0, 10, snowflake()).distinct()))
                    .nullable("new_member_actions", list(0, 5, GUIDE_CHANNEL.required("action_type", choice(0, 1))))
                    .nullable("resource_channels", list(0, 7, GUIDE_CHANNEL)))
            .needs(Permission.MANAGE_GUILD)
            .audit(AuditAction.HOME_SETTINGS_UPDATE)
            .build();

    private GreetingOperations() {}

    static List<Operation> all() {
        return List.of(
                GET_WELCOME_SCREEN,
                UPDATE_WELCOME_SCREEN,
                GET_ONBOARDING,
                UPDATE_ONBOARDING,
                GET_WIDGET_SETTINGS,
                UPDATE_WIDGET_SETTINGS,
                GET_WIDGET,
                GET_WIDGET_PICTURE,
                GET_NEW_MEMBER_WELCOME,
                UPDATE_NEW_MEMBER_WELCOME);
    }
}
