package io.guildhall.model.table.catalogue;

import io.guildhall.model.relationship.RelationshipType;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;

/**
 * What others are to a person: {@link RelationshipType}. Each side has a row of its own, written by its own actor. since is when it began, in ms since
 * 1970; the nickname is of a friend, for this person's eyes.
 */
public final class Relationships {
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> OTHER_ID = Column.ofLong("other_id");
    public static final Column<Long> TYPE = Column.ofLong("type");
    public static final Column<Long> SINCE = Column.ofLong("since");
    public static final Column<String> NICKNAME = Column.ofText("nickname");

    public static final Table TABLE = Table.named("relationships")
            .partition(USER_ID)
            .ascending(OTHER_ID)
            .columns(TYPE, SINCE, NICKNAME)
            .required(TYPE)
            .build();

    private Relationships() {}

    public static boolean is(RelationshipType type, RowView row) {
        return row.get(TYPE, 0L) == type.number();
    }
}
