package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.put;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.line;
import static io.guildhall.model.operation.Shapes.list;
import static io.guildhall.model.operation.Shapes.localized;
import static io.guildhall.model.operation.Shapes.map;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.oauth2.OAuth2Scope;
import io.guildhall.model.operation.ObjectShape;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import java.util.List;
import java.util.regex.Pattern;

/** What applications know of people that roles may depend on: which facts an application tells, and the facts of one person. */
public final class RoleConnectionOperations {
    private static final String METADATA = "/applications/{application_id}/role-connections/metadata";
    private static final String MINE = "/users/@me/applications/{application_id}/role-connection";

    private static final Pattern KEYS = Pattern.compile("[a-z0-9_]{1,50}");

    private static final Shape KEY = text(1, 50)
            .matching(KEYS, "APPLICATION_ROLE_CONNECTION_METADATA_INVALID_KEY", "Keys are made of a-z, 0-9 and _.");

    private static final ObjectShape FACT = object().required("type", choice(1, 2, 3, 4, 5, 6, 7, 8))
            .required("key", KEY)
            .required("name", name(1, 100))
            .nullable("name_localizations", localized(name(1, 100)))
            .required("description", line(1, 200))
            .nullable("description_localizations", localized(line(1, 200)));

    public static final Operation LIST_ROLE_CONNECTION_METADATA =
            get("listRoleConnectionMetadata", METADATA).in(Scope.APPLICATION).build();

    public static final Operation SET_ROLE_CONNECTION_METADATA = put("setRoleConnectionMetadata", METADATA)
            .in(Scope.APPLICATION)
            .body(list(0, 5, FACT))
            .build();

    public static final Operation GET_MY_ROLE_CONNECTION =
            mine(get("getMyRoleConnection", MINE)).build();

    public static final Operation SET_MY_ROLE_CONNECTION = mine(put("setMyRoleConnection", MINE))
            .body(object().nullable("platform_name", line(0, 50))
                    .nullable("platform_username", line(0, 100))
                    .nullable("metadata", map(5, KEYS, text(1, 100))))
            .build();

    public static final Operation DELETE_MY_ROLE_CONNECTION =
            mine(delete("deleteMyRoleConnection", MINE)).status(204).build();

    private RoleConnectionOperations() {}

    /** Only for the application that the person let do it. */
    private static Operation.Builder mine(Operation.Builder operation) {
        return operation.in(Scope.API).opens(OAuth2Scope.ROLE_CONNECTIONS_WRITE);
    }

    static List<Operation> all() {
        return List.of(
                LIST_ROLE_CONNECTION_METADATA,
                SET_ROLE_CONNECTION_METADATA,
                GET_MY_ROLE_CONNECTION,
                SET_MY_ROLE_CONNECTION,
                DELETE_MY_ROLE_CONNECTION);
    }
}
