package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Duration;

/** How many sessions each bot has begun; written by the bot's owner. */
public final class SessionStarts {
    /** How long starts are counted before the next one counts as the first again. */
    public static final Duration WINDOW = Duration.ofDays(1);

    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    /** When the first of those that count began, in ms since 1970. */
    public static final Column<Long> SINCE = Column.ofLong("since");

    public static final Column<Long> STARTED = Column.ofLong("started");

    public static final Table TABLE = Table.named("session_starts")
            .partition(USER_ID)
            .columns(SINCE, STARTED)
            .build();

    private SessionStarts() {}
}
