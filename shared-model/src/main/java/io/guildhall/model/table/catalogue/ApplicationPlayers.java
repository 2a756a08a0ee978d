package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The accounts that an application knows players by, so that they can be found when the application goes. */
public final class ApplicationPlayers {
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    /** One of {@link #SLICES} parts of them: a game may have very many. */
    public static final Column<Long> SLICE = Column.ofLong("slice");

    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    /** Whether the account is the person's own. */
    public static final Column<Boolean> LINKED = Column.ofBoolean("linked");

    public static final long SLICES = 64;

    public static final Table TABLE = Table.named("application_players")
            .partition(APPLICATION_ID, SLICE)
            .ascending(USER_ID)
            .columns(LINKED)
            .required(LINKED)
            .build();

    private ApplicationPlayers() {}

    /** The low bits of an id count within one millisecond; those above are spread. */
    public static long slice(long userId) {
        return (userId >>> 22) % SLICES;
    }
}
