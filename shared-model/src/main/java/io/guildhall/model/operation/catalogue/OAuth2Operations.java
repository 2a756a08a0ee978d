package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.permissions;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** OAuth2: what people let applications do, "add this bot to that guild" among it, and the tokens that come of it. */
public final class OAuth2Operations {
    private static final String AUTHORIZE = "/oauth2/authorize";

    private static final ObjectShape AUTHORIZATION = object().required("client_id", snowflake())
            .optional("scope", text(500))
            .optional("response_type", choice(List.of("code", "token")))
            .optional("redirect_uri", text(2048))
            .optional("state", text(2048))
            .optional("code_challenge", text(128))
            .optional("code_challenge_method", text(16))
            .optional("nonce", text(255))
            .optional("permissions", permissions())
            .optional("guild_id", snowflake())
            .optional("integration_type", choice(0, 1))
            .optional("disable_guild_select", text(5))
            .optional("prompt", choice(List.of("consent", "none")));

    public static final Operation GET_MY_OAUTH2_APPLICATION = get("getMyOAuth2Application", "/oauth2/applications/@me")
            .in(Scope.CALLER)
            .by(Access.BOT)
            .build();

    public static final Operation GET_MY_OAUTH2_AUTHORIZATION = get("getMyOAuth2Authorization", "/oauth2/@me")
            .in(Scope.API)
            .opensWithAnyScope()
            .build();

    public static final Operation GET_BOT_AUTHORIZATION = get("getBotAuthorization", AUTHORIZE)
            .in(Scope.API)
            .by(Access.PERSON)
            .query(AUTHORIZATION)
            .build();

    /**
     * The guild is the one that the body names: its owner checks MANAGE_GUILD and makes the bot a member. Without the scope bot no owner
     * is asked, and no guild needed.
     */
    public static final Operation AUTHORIZE_BOT = post("authorizeBot", AUTHORIZE)
            .in(Scope.GUILD)
            .by(Access.PERSON)
            .query(AUTHORIZATION)
            .body(object().optional("guild_id", snowflake())
                    .optional("permissions", permissions())
                    .optional("webhook_channel_id", snowflake())
                    .required("authorize", bool()))
            .needs(Permission.MANAGE_GUILD)
            .audit(AuditAction.BOT_ADD)
            .build();

    /**
     * A code, a refresh token or the application's own word for a pair of tokens. With a code may come whom else the person is: then a game's
     * account of that player becomes the person's.
     */
    public static final Operation CREATE_OAUTH2_TOKEN = post("createOAuth2Token", "/oauth2/token")
            .in(Scope.API)
            .by(Access.CLIENT)
            .body(client().optional("grant_type", text(64))
                    .optional("code", text(512))
                    .optional("redirect_uri", text(2048))
                    .optional("code_verifier", text(128))
                    .optional("refresh_token", text(512))
                    .optional("scope", text(500))
                    .optional("external_auth_type", ExternalAuthTypes.SHAPE)
                    .optional("external_auth_token", text(1, 10_240)))
            .build();

    public static final Operation REVOKE_OAUTH2_TOKEN = post("revokeOAuth2Token", "/oauth2/token/revoke")
            .in(Scope.API)
            .by(Access.CLIENT)
            .body(client().optional("token", text(512)).optional("token_type_hint", text(64)))
            .build();

    /** What identity tokens are checked with, as a set of JSON Web Keys. */
    public static final Operation GET_PUBLIC_KEYS =
            get("getPublicKeys", "/oauth2/keys").in(Scope.API).by(Access.ANYONE).build();

    public static final Operation GET_USER_INFO = get("getUserInfo", "/oauth2/userinfo")
            .in(Scope.API)
            .opens(OAuth2Scope.OPENID)
            .build();

    /** What the caller has let applications do. */
    public static final Operation LIST_MY_GRANTS = get("listMyGrants", "/oauth2/tokens")
            .in(Scope.API)
            .by(Access.PERSON)
            .build();

    public static final Operation DELETE_MY_GRANT = delete("deleteMyGrant", "/oauth2/tokens/{grant_id}")
            .in(Scope.API)
            .by(Access.PERSON)
            .status(204)
            .build();

    public static final Operation LIST_MY_CONNECTIONS = get("listMyConnections", "/users/@me/connections")
            .in(Scope.API)
            .opens(OAuth2Scope.CONNECTIONS)
            .build();

    private OAuth2Operations() {}

    private static ObjectShape client() {
        return object().optional("client_id", text(32)).optional("client_secret", text(128));
    }

    static List<Operation> all() {
        return List.of(
                GET_MY_OAUTH2_APPLICATION,
                GET_MY_OAUTH2_AUTHORIZATION,
                GET_BOT_AUTHORIZATION,
                AUTHORIZE_BOT,
                CREATE_OAUTH2_TOKEN,
                REVOKE_OAUTH2_TOKEN,
                GET_PUBLIC_KEYS,
                GET_USER_INFO,
                LIST_MY_GRANTS,
                DELETE_MY_GRANT,
                LIST_MY_CONNECTIONS);
    }
}
