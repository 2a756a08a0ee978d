package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** The lobbies of one application that somebody is in. Written by each lobby's owner. */
public final class LobbyMemberships {
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> LOBBY_ID = Column.ofLong("lobby_id");
    /** In ms since 1970. */
    public static final Column<Long> JOINED_AT = Column.ofLong("joined_at");

    public static final Table TABLE = Table.named("lobby_memberships")
            .partition(APPLICATION_ID, USER_ID)
            .ascending(LOBBY_ID)
            .columns(JOINED_AT)
            .required(JOINED_AT)
            .build();

    private LobbyMemberships() {}
}
