package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** What an application offers to people and guilds. Nothing is paid for here: who has it was granted it. */
public final class Skus {
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    public static final Column<Long> SKU_ID = Column.ofLong("sku_id");
    public static final Column<Long> TYPE = Column.ofLong("type");
    public static final Column<String> NAME = Column.ofText("name");
    public static final Column<Long> FLAGS = Column.ofLong("flags");

    public static final Table TABLE = Table.named("skus")
            .partition(APPLICATION_ID)
            .ascending(SKU_ID)
            .columns(TYPE, NAME, FLAGS)
            .required(TYPE)
            .build();

    private Skus() {}
}
