package io.guildhall.model.table.catalogue;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;

/**
 * Pictures that may have to go, as {@link AttachmentMarks} has it for files of messages: api marks a picture before it stores it;
 * whoever writes a row that shows it says so in the same batch, and so does whoever writes or deletes a row so that it shows it
 * no more.
 */
public final class PictureMarks {
    /** Into how many partitions they are divided: by their names' first digit. */
    public static final int SHARDS = 16;

    public static final Column<Long> SHARD = Column.ofLong("shard");
    public static final Column<String> NAME = Column.ofText("name");
    public static final Column<Long> DUE_AT = Column.ofLong("due_at");
    public static final Column<Boolean> CARRIED = Column.ofBoolean("carried");
    public static final Column<Boolean> GONE = Column.ofBoolean("gone");

    public static final Table TABLE = Table.named("picture_marks")
            .partition(SHARD)
            .ascending(NAME)
            .columns(DUE_AT, CARRIED, GONE)
            .build();

    private static final String ANIMATED = "a_";

    private PictureMarks() {}

    /** Unless a row shows the picture by then, in ms since 1970, it goes. */
    public static Mutation due(String name, long dueAt) {
        return Write.to(TABLE, shard(name), name).set(DUE_AT, dueAt).build();
    }

    /** A row shows the picture. */
    public static Mutation carried(String name) {
        return Write.to(TABLE, shard(name), name).set(CARRIED, true).build();
    }

    /** No row shows the picture any more. */
    public static Mutation gone(String name) {
        return Write.to(TABLE, shard(name), name).set(GONE, true).build();
    }

    /** There is nothing left to do. */
    public static Mutation settled(String name) {
        return Write.delete(TABLE, shard(name), name);
    }

    /** 0 to {@link #SHARDS} - 1. */
    public static long shard(String name) {
        int first = name.startsWith(ANIMATED) ? ANIMATED.length() : 0;
        return Math.max(0, Character.digit(name.charAt(first), SHARDS));
    }
}
