package io.guildhall.model.table;

/** The types a column may have, each with its CQL spelling. */
public enum ColumnType {
    /** 64 bits: snowflakes, counts, bit sets, times in ms since 1970. */
    LONG("bigint"),
    TEXT("text"),
    BLOB("blob"),
    BOOLEAN("boolean"),
    DOUBLE("double"),
    LONG_LIST("frozen<list<bigint>>");

    private final String cql;

    ColumnType(String cql) {
        this.cql = cql;
    }

    public String cql() {
        return cql;
    }
}
