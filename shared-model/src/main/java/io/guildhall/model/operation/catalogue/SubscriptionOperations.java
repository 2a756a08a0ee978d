package io.guildhall.model.operation.catalogue;

import static io.guildhall.model.operation.Operation.delete;
import static io.guildhall.model.operation.Operation.get;
import static io.guildhall.model.operation.Operation.post;
import static io.guildhall.model.operation.Shapes.integer;
import static io.guildhall.model.operation.Shapes.object;
import static io.guildhall.model.operation.Shapes.snowflake;

import io.guildhall.model.operation.Access;
import io.guildhall.model.operation.Operation;
import io.guildhall.model.operation.Scope;
import java.util.List;

/** Who is subscribed to what an application offers. Bots ask about anybody, applications that speak for a person about that person. */
public final class SubscriptionOperations {
    private static final String OF_SKU = "/skus/{sku_id}/subscriptions";
    private static final String OF_APPLICATION = "/applications/{application_id}/subscriptions";

    public static final Operation LIST_SUBSCRIPTIONS = get("listSubscriptions", OF_SKU)
            .in(Scope.CALLING_APPLICATION)
            .opensWithAnyScope()
            .query(object().optional("before", snowflake())
                    .optional("after", snowflake())
                    .optional("limit", integer(1, 100))
                    .optional("user_id", snowflake()))
            .build();

    public static final Operation GET_SUBSCRIPTION = get("getSubscription", OF_SKU + "/{subscription_id}")
            .in(Scope.CALLING_APPLICATION)
            .opensWithAnyScope()
            .query(object().optional("user_id", snowflake()))
            .build();

    /** Not Discord's API, where people pay: the application's owner grants it. */
    public static final Operation CREATE_SUBSCRIPTION = post("createSubscription", OF_APPLICATION)
            .in(Scope.APPLICATION)
            .by(Access.PERSON)
            .status(201)
            .body(object().required("sku_id", snowflake())
                    .required("user_id", snowflake())
                    .optional("period_days", integer(1, 366)))
            .build();

    /** Not Discord's API, where people end what they pay for: it goes on to the end of its period. */
    public static final Operation CANCEL_SUBSCRIPTION = delete(
                    "cancelSubscription", OF_APPLICATION + "/{subscription_id}")
            .in(Scope.APPLICATION)
            .by(Access.PERSON)
            .status(204)
            .build();

    private SubscriptionOperations() {}

    static List<Operation> all() {
        return List.of(LIST_SUBSCRIPTIONS, GET_SUBSCRIPTION, CREATE_SUBSCRIPTION, CANCEL_SUBSCRIPTION);
    }
}
