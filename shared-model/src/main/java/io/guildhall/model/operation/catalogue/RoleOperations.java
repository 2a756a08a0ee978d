package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.image;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.permissions;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.AuditAction;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** Roles. */
public final class RoleOperations {
    private static final String ROLES = "/guilds/{guild_id}/roles";
    private static final String ROLE = ROLES + "/{role_id}";
    private static final Shape COLOR = integer(0, 0xFFFFFF);

    private static final ObjectShape SETTINGS = object().optional("name", name(1, 100))
            .optional("permissions", permissions())
            .optional("color", COLOR)
            .optional(
                    "colors",
                    object().required("primary_color", COLOR)
                            .nullable("secondary_color", COLOR)
                            .nullable("tertiary_color", COLOR))
            .optional("hoist", bool())
            .optional("mentionable", bool())
            .nullable("icon", image())
            .nullable("unicode_emoji", text(100));

    private static final Shape POSITIONS =
            list(0, 250, object().required("id", snowflake()).optional("position", integer(0, Integer.MAX_VALUE)));

    public static final Operation LIST_ROLES =
            get("listRoles", ROLES).in(Scope.GUILD).build();

    public static final Operation COUNT_ROLE_MEMBERS =
            get("countRoleMembers", ROLES + "/member-counts").in(Scope.GUILD).build();

    public static final Operation GET_ROLE =
            get("getRole", ROLE).in(Scope.GUILD).build();

    public static final Operation CREATE_ROLE = post("createRole", ROLES)
            .in(Scope.GUILD)
            .body(SETTINGS)
            .needs(Permission.MANAGE_ROLES)
            .audit(AuditAction.ROLE_CREATE)
            .build();

    public static final Operation UPDATE_ROLE = patch("updateRole", ROLE)
            .in(Scope.GUILD)
            .body(SETTINGS)
            .needs(Permission.MANAGE_ROLES)
            .audit(AuditAction.ROLE_UPDATE)
            .build();

    public static final Operation UPDATE_ROLE_POSITIONS = patch("updateRolePositions", ROLES)
            .in(Scope.GUILD)
            .body(POSITIONS)
            .needs(Permission.MANAGE_ROLES)
            .build();

    public static final Operation DELETE_ROLE = delete("deleteRole", ROLE)
            .in(Scope.GUILD)
            .status(204)
            .needs(Permission.MANAGE_ROLES)
            .audit(AuditAction.ROLE_DELETE)
            .build();

    private RoleOperations() {}

    static List<Operation> all() {
        return List.of(
                LIST_ROLES, COUNT_ROLE_MEMBERS, GET_ROLE, CREATE_ROLE, UPDATE_ROLE, UPDATE_ROLE_POSITIONS, DELETE_ROLE);
    }
}
