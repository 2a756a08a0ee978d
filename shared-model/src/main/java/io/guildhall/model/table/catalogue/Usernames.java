package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Which account has a username, in lower case; written only when absent. */
public final class Usernames {
    public static final Column<String> USERNAME = Column.ofText("username");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");

    public static final Table TABLE =
            Table.named("usernames").partition(USERNAME).columns(USER_ID).build();

    private Usernames() {}
}
