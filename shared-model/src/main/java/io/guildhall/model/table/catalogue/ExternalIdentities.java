package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * Which account a player of an application's game has, by whom they are elsewhere. Every write is conditional: of two who say it at once both get
 * one account.
 */
public final class ExternalIdentities {
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    /** A digest: see {@code ExternalIdentity}. */
    public static final Column<String> IDENTITY = Column.ofText("identity");

    public static final Column<Long> USER_ID = Column.ofLong("user_id");

    /** To whom an identity leads that was given up: everybody may have it. */
    public static final long NOBODY = 0;

    public static final Table TABLE = Table.named("external_identities")
            .partition(APPLICATION_ID, IDENTITY)
            .columns(USER_ID)
            .required(USER_ID)
            .build();

    private ExternalIdentities() {}
}
