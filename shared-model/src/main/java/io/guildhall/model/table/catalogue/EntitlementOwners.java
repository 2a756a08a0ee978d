package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The entitlements of one person or guild to what one application offers. */
public final class EntitlementOwners {
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    public static final Column<Long> OWNER_ID = Column.ofLong("owner_id");
    public static final Column<Long> ENTITLEMENT_ID = Column.ofLong("entitlement_id");
    public static final Column<Long> SKU_ID = Column.ofLong("sku_id");

    public static final Table TABLE = Table.named("entitlement_owners")
            .partition(APPLICATION_ID, OWNER_ID)
            .ascending(ENTITLEMENT_ID)
            .columns(SKU_ID)
            .required(SKU_ID)
            .build();

    private EntitlementOwners() {}
}
