package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Where those who play an application's game meet. Gone when nobody has been there for a while. */
public final class Lobbies {
    public static final Column<Long> LOBBY_ID = Column.ofLong("lobby_id");
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    /** Text by keys of the application's, as JSON; absent for null. */
    public static final Column<String> METADATA = Column.ofText("metadata");

    public static final Column<Long> IDLE_SECONDS = Column.ofLong("idle_seconds");
    public static final Column<Long> FLAGS = Column.ofLong("flags");
    public static final Column<String> EVENTS_URL = Column.ofText("events_url");
    /** The digest of the secret that people join by; absent for one that only the application lets people into. */
    public static final Column<String> SECRET = Column.ofText("secret");
    /** When somebody used it, to within a tenth of its time; in ms since 1970. */
    public static final Column<Long> USED_AT = Column.ofLong("used_at");
    /** When it is looked at whether it is used still. */
    public static final Column<Long> DUE_AT = Column.ofLong("due_at");

    /** The channel that is linked to it, and that one's guild; absent for none. */
    public static final Column<Long> LINKED_GUILD = Column.ofLong("linked_guild");

    public static final Column<Long> LINKED_CHANNEL = Column.ofLong("linked_channel");

    public static final Table TABLE = Table.named("lobbies")
            .partition(LOBBY_ID)
            .columns(
                    APPLICATION_ID,
                    METADATA,
                    IDLE_SECONDS,
                    FLAGS,
                    EVENTS_URL,
                    SECRET,
                    USED_AT,
                    DUE_AT,
                    LINKED_GUILD,
                    LINKED_CHANNEL)
            .required(APPLICATION_ID)
            .build();

    private Lobbies() {}
}
