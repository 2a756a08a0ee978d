package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * What a person is to prove, one of each purpose at a time: the last token that went out, and until when it is good. Every write is conditional,
 * so that a token is good once whoever comes with it at the same moment.
 */
public final class AccountProofs {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> PURPOSE = Column.ofLong("purpose");
    /** Which token is the last one; 0 when it was used. */
    public static final Column<Long> NONCE = Column.ofLong("nonce");
    /** The state of the account that the token is good for. */
    public static final Column<String> ABOUT = Column.ofText("about");
    /** In ms since 1970. */
    public static final Column<Long> EXPIRES_AT = Column.ofLong("expires_at");

    public static final Table TABLE = Table.named("account_proofs")
            .partition(USER_ID)
            .ascending(PURPOSE)
            .columns(NONCE, ABOUT, EXPIRES_AT)
            .build();

    private AccountProofs() {}
}
