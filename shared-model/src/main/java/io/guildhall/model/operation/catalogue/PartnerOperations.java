package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.RateLimit;
import io.guildhall.model.operation.Scope;
import java.util.List;

/** The accounts of a game's players who have none of their own here: they are made, and given back when a player links another no more. */
public final class PartnerOperations {
    private static final String TOKEN = "/partner-sdk/token";
    private static final String UNMERGE = "/partner-sdk/provisional-accounts/unmerge";

    /** The application by its id and secret, and a player whom somebody else vouches for. */
    private static final ObjectShape VOUCHED = object().required("client_id", snowflake())
            .nullable("client_secret", text(1024))
            .required("external_auth_token", text(1, 10_240))
            .required("external_auth_type", ExternalAuthTypes.SHAPE);

    public static final Operation CREATE_PROVISIONAL_TOKEN = post("createProvisionalToken", TOKEN)
            .in(Scope.API)
            .by(Access.ANYONE)
            .body(VOUCHED)
            .limit(RateLimit.PROVISIONAL)
            .build();

    /** The bot itself says who the player is. */
    public static final Operation CREATE_PROVISIONAL_TOKEN_BY_BOT = post("createProvisionalTokenByBot", TOKEN + "/bot")
            .in(Scope.API)
            .by(Access.BOT)
            .body(object().required("external_user_id", text(1, 1024))
                    .nullable("provisional_user_id", snowflake())
                    .nullable("preferred_global_name", name(1, 32)))
            .limit(RateLimit.PROVISIONAL)
            .build();

    public static final Operation UNMERGE_PROVISIONAL_ACCOUNT = post("unmergeProvisionalAccount", UNMERGE)
            .in(Scope.API)
            .by(Access.ANYONE)
            .status(204)
            .body(VOUCHED)
            .limit(RateLimit.PROVISIONAL)
            .build();

    public static final Operation UNMERGE_PROVISIONAL_ACCOUNT_BY_BOT = post(
                    "unmergeProvisionalAccountByBot", UNMERGE + "/bot")
            .in(Scope.API)
            .by(Access.BOT)
            .status(204)
            .body(object().required("external_user_id", text(1, 1024)))
            .limit(RateLimit.PROVISIONAL)
            .build();

    private PartnerOperations() {}

    static List<Operation> all() {
        return List.of(
                CREATE_PROVISIONAL_TOKEN,
                CREATE_PROVISIONAL_TOKEN_BY_BOT,
                UNMERGE_PROVISIONAL_ACCOUNT,
                UNMERGE_PROVISIONAL_ACCOUNT_BY_BOT);
    }
}
