package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.permissions;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** OAuth2, as far as bots need it: who am I, and "add this bot to that guild". */
public final class OAuth2Operations {
    private static final String AUTHORIZE = "/oauth2/authorize";

    private static final ObjectShape AUTHORIZATION = object().required("client_id", snowflake())
            .optional("scope", text(500))
            .optional("permissions", permissions())
            .optional("guild_id", snowflake());

    public static final Operation GET_MY_OAUTH2_APPLICATION = get("getMyOAuth2Application", "/oauth2/applications/@me")
            .in(Scope.CALLER)
            .by(Access.BOT)
            .build();

    public static final Operation GET_MY_OAUTH2_AUTHORIZATION =
            get("getMyOAuth2Authorization", "/oauth2/@me").in(Scope.API).build();

    public static final Operation GET_BOT_AUTHORIZATION = get("getBotAuthorization", AUTHORIZE)
            .in(Scope.API)
            .by(Access.PERSON)
            .query(AUTHORIZATION)
            .build();

    /** The guild is the one that the body names: its owner checks MANAGE_GUILD and makes the bot a member. */
    public static final Operation AUTHORIZE_BOT = post("authorizeBot", AUTHORIZE)
            .in(Scope.GUILD)
            .by(Access.PERSON)
            .query(AUTHORIZATION)
            .body(object().required("guild_id", snowflake())
                    .optional("permissions", permissions())
                    .required("authorize", bool()))
            .needs(Permission.MANAGE_GUILD)
            .audit(AuditAction.BOT_ADD)
            .build();

    private OAuth2Operations() {}

    static List<Operation> all() {
        return List.of(GET_MY_OAUTH2_APPLICATION, GET_MY_OAUTH2_AUTHORIZATION, GET_BOT_AUTHORIZATION, AUTHORIZE_BOT);
    }
}
