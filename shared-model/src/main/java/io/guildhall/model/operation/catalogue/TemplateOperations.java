package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.patch;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Operation.put;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.permission.Permission;
import java.util.List;

/** Templates of guilds. A guild has one at most; whoever knows its code may read it. Discord's audit log does not tell of them. */
public final class TemplateOperations {
    private static final String OF_GUILD = "/guilds/{guild_id}/templates";
    private static final String TEMPLATE = OF_GUILD + "/{code}";

    public static final Operation GET_TEMPLATE = get("getTemplate", "/guilds/templates/{code}")
            .in(Scope.API)
            .by(Access.ANYONE)
            .build();

    public static final Operation LIST_TEMPLATES = get("listTemplates", OF_GUILD)
            .in(Scope.GUILD)
            .needs(Permission.MANAGE_GUILD)
            .build();

    public static final Operation CREATE_TEMPLATE = post("createTemplate", OF_GUILD)
            .in(Scope.GUILD)
            .body(object().required("name", name(1, 100)).nullable("description", text(120)))
            .needs(Permission.MANAGE_GUILD)
            .build();

    public static final Operation SYNC_TEMPLATE = put("syncTemplate", TEMPLATE)
            .in(Scope.GUILD)
            .needs(Permission.MANAGE_GUILD)
            .build();

    public static final Operation UPDATE_TEMPLATE = patch("updateTemplate", TEMPLATE)
            .in(Scope.GUILD)
            .body(object().optional("name", name(1, 100)).nullable("description", text(120)))
            .needs(Permission.MANAGE_GUILD)
            .build();

    public static final Operation DELETE_TEMPLATE = delete("deleteTemplate", TEMPLATE)
            .in(Scope.GUILD)
            .needs(Permission.MANAGE_GUILD)
            .build();

    private TemplateOperations() {}

    static List<Operation> all() {
        return List.of(GET_TEMPLATE, LIST_TEMPLATES, CREATE_TEMPLATE, SYNC_TEMPLATE, UPDATE_TEMPLATE, DELETE_TEMPLATE);
    }
}
