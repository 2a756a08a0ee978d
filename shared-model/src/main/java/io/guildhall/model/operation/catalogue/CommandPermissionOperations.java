package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.put;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.reference;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** Who may use an application's commands in a guild, and where. The guild keeps it. */
public final class CommandPermissionOperations {
    private static final String COMMANDS = "/applications/{application_id}/guilds/{guild_id}/commands";
    private static final String PERMISSIONS = COMMANDS + "/{command_id}/permissions";

    private static final ObjectShape GRANT = object().required("id", reference())
            .required("type", choice(1, 2, 3))
            .required("permission", bool());

    public static final Operation LIST_COMMAND_PERMISSIONS = get("listCommandPermissions", COMMANDS + "/permissions")
            .in(Scope.GUILD)
            .build();

    public static final Operation GET_COMMAND_PERMISSIONS =
            get("getCommandPermissions", PERMISSIONS).in(Scope.GUILD).build();

    /** Bots may not, though it is their command: a person decides, or an application in the name of one. */
    public static final Operation SET_COMMAND_PERMISSIONS = put("setCommandPermissions", PERMISSIONS)
            .in(Scope.GUILD)
            .by(Access.PERSON)
            .body(object().nullable("permissions", list(0, 100, GRANT)))
            .needs(Permission.MANAGE_GUILD, Permission.MANAGE_ROLES)
            .audit(AuditAction.APPLICATION_COMMAND_PERMISSION_UPDATE)
            .build();

    private CommandPermissionOperations() {}

    static List<Operation> all() {
        return List.of(LIST_COMMAND_PERMISSIONS, GET_COMMAND_PERMISSIONS, SET_COMMAND_PERMISSIONS);
    }
}
