package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** Removing members who have not been there for long. */
public final class PruneOperations {
    private static final String PRUNE = "/guilds/{guild_id}/prune";
    private static final Shape DAYS = integer(1, 30);
    private static final int MOST_ROLES = 100;

    /** Roles are separated by commas. */
    public static final Operation COUNT_PRUNE = get("countPrune", PRUNE)
            .in(Scope.GUILD)
            .query(object().optional("days", DAYS).optional("include_roles", text(MOST_ROLES * 21)))
            .needs(Permission.MANAGE_GUILD, Permission.KICK_MEMBERS)
            .build();

    /** The audit log's entry says how many were removed, so it is written at the end. */
    public static final Operation BEGIN_PRUNE = post("beginPrune", PRUNE)
            .in(Scope.GUILD)
            .body(object().nullable("days", DAYS)
                    .nullable("compute_prune_count", bool())
                    .nullable("include_roles", list(0, MOST_ROLES, snowflake()).distinct()))
            .needs(Permission.MANAGE_GUILD, Permission.KICK_MEMBERS)
            .build();

    private PruneOperations() {}

    static List<Operation> all() {
        return List.of(COUNT_PRUNE, BEGIN_PRUNE);
    }
}
