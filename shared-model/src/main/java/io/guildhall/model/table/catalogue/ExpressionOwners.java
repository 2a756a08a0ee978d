package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/** To whom an emoji, a sticker or a sound belongs, and the hash of its file: what is known of it where only its id is. */
public final class ExpressionOwners {
    /** An emoji of a guild or of an application. */
    public static final long EMOJI = 1;

    public static final Column<Long> EXPRESSION_ID = Column.ofLong("expression_id");
    public static final Column<Long> KIND = Column.ofLong("kind");
    public static final Column<Long> OWNER_ID = Column.ofLong("owner_id");
    public static final Column<String> FILE = Column.ofText("file");

    public static final Table TABLE = Table.named("expression_owners")
            .partition(EXPRESSION_ID)
            .columns(KIND, OWNER_ID, FILE)
            .build();

    private ExpressionOwners() {}
}
