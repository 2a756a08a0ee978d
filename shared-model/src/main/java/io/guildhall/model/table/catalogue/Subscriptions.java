package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Who has what an application offers for a while that is prolonged until somebody ends it. Nothing is paid for here. */
public final class Subscriptions {
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    public static final Column<Long> SUBSCRIPTION_ID = Column.ofLong("subscription_id");
    public static final Column<Long> SKU_ID = Column.ofLong("sku_id");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> ENTITLEMENT_ID = Column.ofLong("entitlement_id");
    /** In ms since 1970. */
    public static final Column<Long> PERIOD_START = Column.ofLong("period_start");

    public static final Column<Long> PERIOD_END = Column.ofLong("period_end");
    /** How many days one period has. */
    public static final Column<Long> PERIOD_DAYS = Column.ofLong("period_days");

    public static final Column<Long> STATUS = Column.ofLong("status");
    public static final Column<Long> CANCELED_AT = Column.ofLong("canceled_at");

    public static final Table TABLE = Table.named("subscriptions")
            .partition(APPLICATION_ID)
            .ascending(SUBSCRIPTION_ID)
            .columns(SKU_ID, USER_ID, ENTITLEMENT_ID, PERIOD_START, PERIOD_END, PERIOD_DAYS, STATUS, CANCELED_AT)
            .required(SKU_ID)
            .build();

    private Subscriptions() {}
}
