package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Operation.put;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;

import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** Bans. */
public final class BanOperations {
    private static final String BANS = "/guilds/{guild_id}/bans";
    private static final String BAN = BANS + "/{user_id}";
    private static final Shape SECONDS = integer(0, 604_800);

    public static final Operation LIST_BANS = get("listBans", BANS)
            .in(Scope.GUILD)
            .query(object().optional("limit", integer(1, 1000))
                    .optional("before", snowflake())
                    .optional("after", snowflake()))
            .needs(Permission.BAN_MEMBERS)
            .build();

    public static final Operation GET_BAN =
            get("getBan", BAN).in(Scope.GUILD).needs(Permission.BAN_MEMBERS).build();

    public static final Operation CREATE_BAN = put("createBan", BAN)
            .in(Scope.GUILD)
            .status(204)
            .body(object().optional("delete_message_seconds", SECONDS).optional("delete_message_days", integer(0, 7)))
            .needs(Permission.BAN_MEMBERS)
            .audit(AuditAction.MEMBER_BAN_ADD)
            .build();

    public static final Operation DELETE_BAN = delete("deleteBan", BAN)
            .in(Scope.GUILD)
            .status(204)
            .needs(Permission.BAN_MEMBERS)
            .audit(AuditAction.MEMBER_BAN_REMOVE)
            .build();

    /** One audit log entry for each member, so the handler writes them. */
    public static final Operation BULK_BAN = post("bulkBan", "/guilds/{guild_id}/bulk-ban")
            .in(Scope.GUILD)
            .body(object().required("user_ids", list(1, 200, snowflake()).distinct())
                    .optional("delete_message_seconds", SECONDS))
            .needs(Permission.BAN_MEMBERS, Permission.MANAGE_GUILD)
            .build();

    private BanOperations() {}

    static List<Operation> all() {
        return List.of(LIST_BANS, GET_BAN, CREATE_BAN, DELETE_BAN, BULK_BAN);
    }
}
