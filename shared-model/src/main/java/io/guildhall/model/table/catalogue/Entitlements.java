package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Who has what an application offers: a person, or a guild, never both. */
public final class Entitlements {
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    public static final Column<Long> ENTITLEMENT_ID = Column.ofLong("entitlement_id");
    public static final Column<Long> SKU_ID = Column.ofLong("sku_id");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Boolean> DELETED = Column.ofBoolean("deleted");
    public static final Column<Boolean> CONSUMED = Column.ofBoolean("consumed");
    public static final Column<Long> STARTS_AT = Column.ofLong("starts_at");
    public static final Column<Long> ENDS_AT = Column.ofLong("ends_at");

    public static final Table TABLE = Table.named("entitlements")
            .partition(APPLICATION_ID)
            .ascending(ENTITLEMENT_ID)
            .columns(SKU_ID, USER_ID, GUILD_ID, DELETED, CONSUMED, STARTS_AT, ENDS_AT)
            .required(SKU_ID)
            .build();

    private Entitlements() {}
}
