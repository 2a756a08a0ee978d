package io.guildhall.model.table.catalogue;

import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;

/**
 * What an operator has said of the whole instance: few rows of each kind, written by hand. What the value of a kind holds is said where the
 * kind is.
 */
public final class InstanceRecords {
    /** One row, {@link #SETTINGS_NAME}: the instance's settings. */
    public static final String SETTINGS = "settings";

    public static final String SETTINGS_NAME = "instance";
    /** By the id of somebody who administers the instance. */
    public static final String ADMINISTRATORS = "administrators";
    /** By the code that somebody registers with. */
    public static final String INVITATIONS = "invitations";
    /** By the announcement's id. */
    public static final String ANNOUNCEMENTS = "announcements";
    /** By the challenge that was solved: good once. Rows end by themselves. */
    public static final String CHALLENGES = "challenges";

    public static final Column<String> KIND = Column.ofText("kind");
    public static final Column<String> NAME = Column.ofText("name");
    /** JSON. */
    public static final Column<String> VALUE = Column.ofText("value");

    public static final Table TABLE = Table.named("instance_records")
            .partition(KIND)
            .ascending(NAME)
            .columns(VALUE)
            .required(VALUE)
            .build();

    private InstanceRecords() {}
}
