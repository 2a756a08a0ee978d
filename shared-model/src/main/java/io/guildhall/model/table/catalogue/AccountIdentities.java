package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** Whom applications know an account as: one identity for each application. The other direction of {@link ExternalIdentities}. */
public final class AccountIdentities {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> APPLICATION_ID = Column.ofLong("application_id");
    /** As in {@link ExternalIdentities}. */
    public static final Column<String> IDENTITY = Column.ofText("identity");
    /** Whether the account is there for this identity alone, and has nothing else to log in with. */
    public static final Column<Boolean> PROVISIONAL = Column.ofBoolean("provisional");

    /** The player's account that began to become this one, which is the person's own; 0 unless one did. It is gone when it did to the end. */
    public static final Column<Long> MERGING_FROM = Column.ofLong("merging_from");

    public static final Table TABLE = Table.named("account_identities")
            .partition(USER_ID)
            .ascending(APPLICATION_ID)
            .columns(IDENTITY, PROVISIONAL, MERGING_FROM)
            .required(IDENTITY)
            .build();

    private AccountIdentities() {}
}
