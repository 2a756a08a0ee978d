package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Which account has an e-mail address, in lower case; written only when absent. */
public final class Emails {
    public static final Column<String> EMAIL = Column.ofText("email");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");

    public static final Table TABLE =
            Table.named("emails").partition(EMAIL).columns(USER_ID).build();

    private Emails() {}
}
