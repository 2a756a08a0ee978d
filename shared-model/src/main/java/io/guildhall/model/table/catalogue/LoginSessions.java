package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** A person's logins; a token whose session is not here is revoked. */
public final class LoginSessions {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> SESSION_ID = Column.ofLong("session_id");
    public static final Column<Long> CREATED_AT = Column.ofLong("created_at");
    public static final Column<Long> LAST_USED_AT = Column.ofLong("last_used_at");
    public static final Column<String> CLIENT = Column.ofText("client");

    public static final Table TABLE = Table.named("login_sessions")
            .partition(USER_ID)
            .ascending(SESSION_ID)
            .columns(CREATED_AT, LAST_USED_AT, CLIENT)
            .required(CREATED_AT)
            .build();

    private LoginSessions() {}
}
