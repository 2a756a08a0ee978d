package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * What an account asks for beside its password. Every write is conditional, so that a code is good once whoever comes with it at the same
 * moment.
 */
public final class SecondFactors {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    /** What codes are computed from, encrypted; empty when there is none any more. */
    public static final Column<String> SECRET = Column.ofText("secret");
    /** The half minute since 1970 whose code was taken last: neither it nor an earlier one is taken again. */
    public static final Column<Long> LAST_STEP = Column.ofLong("last_step");
    /** Keyed hashes of the backup codes that were not used yet, with spaces between them. */
    public static final Column<String> CODES = Column.ofText("codes");

    public static final Table TABLE = Table.named("second_factors")
            .partition(USER_ID)
            .columns(SECRET, LAST_STEP, CODES)
            .build();

    private SecondFactors() {}
}
