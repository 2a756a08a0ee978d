package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Who is in a lobby: a thousand at most. */
public final class LobbyMembers {
    public static final Column<Long> LOBBY_ID = Column.ofLong("lobby_id");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    /** Text by keys of the application's, as JSON; absent for null. */
    public static final Column<String> METADATA = Column.ofText("metadata");

    public static final Column<Long> FLAGS = Column.ofLong("flags");
    /** What the game calls them. */
    public static final Column<String> ADDITIONAL_NAME = Column.ofText("additional_name");

    public static final Table TABLE = Table.named("lobby_members")
            .partition(LOBBY_ID)
            .ascending(USER_ID)
            .columns(METADATA, FLAGS, ADDITIONAL_NAME)
            .required(FLAGS)
            .build();

    private LobbyMembers() {}
}
