package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The subscriptions of one person to what one application offers. */
public final class SubscriptionUsers {
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> SUBSCRIPTION_ID = Column.ofLong("subscription_id");
    public static final Column<Long> SKU_ID = Column.ofLong("sku_id");

    public static final Table TABLE = Table.named("subscription_users")
            .partition(APPLICATION_ID, USER_ID)
            .ascending(SUBSCRIPTION_ID)
            .columns(SKU_ID)
            .required(SKU_ID)
            .build();

    private SubscriptionUsers() {}
}
