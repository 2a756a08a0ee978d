package io.guildhall.storage.cassandra;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Who is changing the schema. A holder that ends without letting go is forgotten after a while. */
public final class SchemaLocks {
    public static final Column<String> NAME = Column.ofText("name");
    public static final Column<String> HOLDER = Column.ofText("holder");

    public static final Table TABLE =
            Table.named("schema_locks").partition(NAME).columns(HOLDER).build();

    private SchemaLocks() {}
}
