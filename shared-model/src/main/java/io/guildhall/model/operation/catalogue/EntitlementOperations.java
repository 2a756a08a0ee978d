package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.bool;
import static io.guildhall.model.operation.Shapes.choice;
import static io.guildhall.model.operation.Shapes.flags;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.name;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;
import static io.guildhall.model.operation.Shapes.text;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import io.guildhall.model.operation.Shape;
import java.util.List;

/** What applications offer, and who has it. */
public final class EntitlementOperations {
    private static final String SKUS = "/applications/{application_id}/skus";
    private static final String ENTITLEMENTS = "/applications/{application_id}/entitlements";
    private static final String ENTITLEMENT = ENTITLEMENTS + "/{entitlement_id}";

    /** Ids with commas between them, at most a hundred. */
    private static final Shape SKU_IDS = text(100 * 21);

    public static final Operation LIST_SKUS =
            get("listSkus", SKUS).in(Scope.APPLICATION).build();

    /** Not Discord's API, where it is done on a page for developers. */
    public static final Operation CREATE_SKU = post("createSku", SKUS)
            .in(Scope.APPLICATION)
            .status(201)
            .by(Access.PERSON)
            .body(object().required("name", name(1, 80))
                    .required("type", choice(2, 3, 5))
                    .optional("flags", flags()))
            .build();

    public static final Operation LIST_ENTITLEMENTS = get("listEntitlements", ENTITLEMENTS)
            .in(Scope.APPLICATION)
            .query(object().optional("user_id", snowflake())
                    .optional("guild_id", snowflake())
                    .optional("sku_ids", SKU_IDS)
                    .optional("before", snowflake())
                    .optional("after", snowflake())
                    .optional("limit", integer(1, 100))
                    .optional("exclude_ended", bool())
                    .optional("exclude_deleted", bool())
                    .optional("only_active", bool()))
            .build();

    public static final Operation GET_ENTITLEMENT =
            get("getEntitlement", ENTITLEMENT).in(Scope.APPLICATION).build();

    public static final Operation CREATE_ENTITLEMENT = post("createEntitlement", ENTITLEMENTS)
            .in(Scope.APPLICATION)
            .body(object().required("sku_id", snowflake())
                    .required("owner_id", snowflake())
                    .required("owner_type", choice(1, 2)))
            .build();

    public static final Operation DELETE_ENTITLEMENT = delete("deleteEntitlement", ENTITLEMENT)
            .in(Scope.APPLICATION)
            .status(204)
            .build();

    public static final Operation CONSUME_ENTITLEMENT = post("consumeEntitlement", ENTITLEMENT + "/consume")
            .in(Scope.APPLICATION)
            .status(204)
            .build();

    public static final Operation LIST_MY_ENTITLEMENTS = get(
                    "listMyEntitlements", "/users/@me/applications/{application_id}/entitlements")
            .in(Scope.APPLICATION)
            .by(Access.PERSON)
            .query(object().optional("sku_ids", SKU_IDS).optional("exclude_consumed", bool()))
            .build();

    private EntitlementOperations() {}

    static List<Operation> all() {
        return List.of(
                LIST_SKUS,
                CREATE_SKU,
                LIST_ENTITLEMENTS,
                GET_ENTITLEMENT,
                CREATE_ENTITLEMENT,
                DELETE_ENTITLEMENT,
                CONSUME_ENTITLEMENT,
                LIST_MY_ENTITLEMENTS);
    }
}
