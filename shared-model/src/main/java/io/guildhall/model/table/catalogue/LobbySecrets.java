package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Duration;

/** Which lobby of an application people join by a secret. Written before the lobby is, by whoever says the secret first. */
public final class LobbySecrets {
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    /** Its digest: see {@code LobbySecret}. */
    public static final Column<String> SECRET = Column.ofText("secret");

    public static final Column<Long> LOBBY_ID = Column.ofLong("lobby_id");

    /** Nobody joins by a secret after that; the lobby stays. */
    public static final Duration LIFETIME = Duration.ofDays(30);

    public static final Table TABLE = Table.named("lobby_secrets")
            .partition(APPLICATION_ID, SECRET)
            .columns(LOBBY_ID)
            .required(LOBBY_ID)
            .timeToLive(LIFETIME)
            .build();

    private LobbySecrets() {}
}
