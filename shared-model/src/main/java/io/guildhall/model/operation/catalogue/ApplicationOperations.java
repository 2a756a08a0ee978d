package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.flags;
import static io.guildhall.model.operation.Shapes.image;
import static io.guildhall.model.operation.Shapes.knownPermissions;
import static io.guildhall.model.operation.Shapes.line;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.text;
import static io.guildhall.model.operation.Shapes.url;

import com.fasterxml.jackson.databind.JsonNode;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import java.util.List;

/** Applications and their bots. An application's id is its bot's user id. */
public final class ApplicationOperations {
    private static final String APPLICATION = "/applications/{application_id}";

    private static final ObjectShape INSTALL_PARAMS = object().required(
                    "scopes",
                    list(1, 20, choice(List.of("applications.commands", "bot"))).distinct())
            .required("permissions", knownPermissions());

    /** What an application may be told of besides its guilds' events. */
    private static final Shape WEBHOOK_EVENT = choice(List.of(
            "APPLICATION_AUTHORIZED",
            "APPLICATION_DEAUTHORIZED",
            "ENTITLEMENT_CREATE",
            "ENTITLEMENT_DELETE",
            "ENTITLEMENT_UPDATE",
            "GAME_DIRECT_MESSAGE_CREATE",
            "GAME_DIRECT_MESSAGE_DELETE",
            "GAME_DIRECT_MESSAGE_UPDATE",
            "LOBBY_MESSAGE_CREATE",
            "LOBBY_MESSAGE_DELETE",
            "LOBBY_MESSAGE_UPDATE",
            "QUEST_USER_ENROLLMENT"));

    /** What comes back is put behind it, and a fragment would swallow that; see RFC 6749, 3.1.2. */
    private static final Shape REDIRECT_URI = (value, problems) -> {
        JsonNode uri = url(2048).check(value, problems);
        if (problems.isEmpty() && uri.asText().contains("#")) {
            problems.add("URL_TYPE_INVALID_URL", "Not a well formed URL.");
        }
        return uri;
    };

    /** By the kind of installation: 0 into a guild, 1 for a user. */
    private static final ObjectShape INTEGRATION_TYPES =
            object().optional("0", installation()).optional("1", installation());

    private static final ObjectShape UPDATE = object().optional("name", name(1, 32))
            .nullable("description", text(400))
            .nullable("icon", image())
            .nullable("cover_image", image())
            .optional("flags", flags())
            .optional("bot_public", bool())
            .optional("bot_require_code_grant", bool())
            .nullable("interactions_endpoint_url", url(2048))
            .nullable("tags", list(0, 5, line(1, 20)).distinct())
            .nullable("custom_install_url", url(2048))
            .nullable("install_params", INSTALL_PARAMS)
            .nullable("role_connections_verification_url", url(2048))
            .nullable("integration_types_config", INTEGRATION_TYPES)
            .optional("event_webhooks_status", choice(1, 2))
            .nullable("event_webhooks_url", url(2048))
            .nullable("event_webhooks_types", list(0, 50, WEBHOOK_EVENT).distinct())
            .optional("redirect_uris", list(0, 10, REDIRECT_URI))
            .nullable("oidc_configuration", OidcShapes.CONFIGURATION);

    public static final Operation LIST_MY_APPLICATIONS = get("listMyApplications", "/applications")
            .in(Scope.API)
            .by(Access.PERSON)
            .build();

    public static final Operation CREATE_APPLICATION = post("createApplication", "/applications")
            .in(Scope.API)
            .by(Access.PERSON)
            .status(201)
            .body(object().required("name", name(1, 32)).optional("description", text(400)))
            .build();

    public static final Operation GET_MY_APPLICATION = get("getMyApplication", "/applications/@me")
            .in(Scope.CALLER)
            .by(Access.BOT)
            .build();

    public static final Operation UPDATE_MY_APPLICATION = patch("updateMyApplication", "/applications/@me")
            .in(Scope.CALLER)
            .by(Access.BOT)
            .body(UPDATE)
            .build();

    public static final Operation GET_APPLICATION =
            get("getApplication", APPLICATION).in(Scope.APPLICATION).build();

    public static final Operation UPDATE_APPLICATION = patch("updateApplication", APPLICATION)
            .in(Scope.APPLICATION)
            .body(UPDATE)
            .build();

    public static final Operation DELETE_APPLICATION = delete("deleteApplication", APPLICATION)
            .in(Scope.APPLICATION)
            .by(Access.PERSON)
            .status(204)
            .build();

    public static final Operation DELETE_APPLICATION_BY_POST = post("deleteApplicationByPost", APPLICATION + "/delete")
            .in(Scope.APPLICATION)
            .by(Access.PERSON)
            .status(204)
            .build();

    public static final Operation CREATE_BOT = post("createBot", APPLICATION + "/bot")
            .in(Scope.API)
            .by(Access.PERSON)
            .build();

    public static final Operation RESET_BOT_TOKEN = post("resetBotToken", APPLICATION + "/bot/reset")
            .in(Scope.API)
            .by(Access.PERSON)
            .build();

    /** A new secret for the application as an OAuth2 client; the old one is no good any more. */
    public static final Operation RESET_CLIENT_SECRET = post("resetClientSecret", APPLICATION + "/reset")
            .in(Scope.API)
            .by(Access.PERSON)
            .build();

    private ApplicationOperations() {}

    private static ObjectShape installation() {
        return object().nullable("oauth2_install_params", INSTALL_PARAMS);
    }

    static List<Operation> all() {
        return List.of(
                LIST_MY_APPLICATIONS,
                CREATE_APPLICATION,
                GET_MY_APPLICATION,
                UPDATE_MY_APPLICATION,
                GET_APPLICATION,
                UPDATE_APPLICATION,
                DELETE_APPLICATION,
                DELETE_APPLICATION_BY_POST,
                CREATE_BOT,
                RESET_BOT_TOKEN,
                RESET_CLIENT_SECRET);
    }
}
