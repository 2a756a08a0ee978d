package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.RateLimit;
import io.guildhall.model.operation.Scope;
import java.util.List;

/** What mentions a person, for the person to look through. Discord's own clients call these. */
public final class MentionOperations {
    private static final String MENTIONS = "/users/@me/mentions";

    /** The newest first; without those of roles or of everyone where the query says so. */
    public static final Operation LIST_MENTIONS = get("listMentions", MENTIONS)
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .query(object().optional("before", snowflake())
                    .optional("limit", integer(1, 100))
                    .optional("guild_id", snowflake())
                    .optional("roles", bool())
                    .optional("everyone", bool()))
            .limit(RateLimit.READ)
            .build();

    public static final Operation DELETE_MENTION = delete("deleteMention", MENTIONS + "/{message_id}")
            .in(Scope.CALLER)
            .by(Access.PERSON)
            .status(204)
            .build();

    private MentionOperations() {}

    static List<Operation> all() {
        return List.of(LIST_MENTIONS, DELETE_MENTION);
    }
}
