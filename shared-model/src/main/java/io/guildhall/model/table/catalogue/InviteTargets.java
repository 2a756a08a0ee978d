package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.util.List;

/** The people whom an invite is for, when it is not for everybody. The row goes with the invite. */
public final class InviteTargets {
    public static final Column<String> CODE = Column.ofText("code");

    /** In the order of the list that was given. */
    public static final Column<List<Long>> USERS = Column.ofLongList("users");

    /** ms since 1970, when the list was given. */
    public static final Column<Long> CREATED_AT = Column.ofLong("created_at");

    public static final Table TABLE = Table.named("invite_targets")
            .partition(CODE)
            .columns(USERS, CREATED_AT)
            .build();

    private InviteTargets() {}
}
