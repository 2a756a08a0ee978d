package io.guildhall.model.table.catalogue;

import com.google.protobuf.ByteString;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.util.List;

/**
 * The active threads of a guild, which are in its owner's memory; {@link ArchivedThreads} holds the others, with the same columns.
 * archived_at is when it was last archived, brought back, or made to stay for longer or shorter, in ms since 1970;
 * auto_archive_duration is in minutes. members is who is in it: 16 bytes each, the user's id and when it joined.
 */
public final class Threads {
    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> THREAD_ID = Column.ofLong("thread_id");
    public static final Column<Long> PARENT_ID = Column.ofLong("parent_id");
    public static final Column<Long> TYPE = Column.ofLong("type");
    public static final Column<String> NAME = Column.ofText("name");
    public static final Column<Long> OWNER_ID = Column.ofLong("owner_id");
    public static final Column<Long> CREATED_AT = Column.ofLong("created_at");
    public static final Column<Boolean> ARCHIVED = Column.ofBoolean("archived");
    public static final Column<Long> ARCHIVED_AT = Column.ofLong("archived_at");
    public static final Column<Long> AUTO_ARCHIVE_DURATION = Column.ofLong("auto_archive_duration");
    public static final Column<Boolean> LOCKED = Column.ofBoolean("locked");
    public static final Column<Boolean> INVITABLE = Column.ofBoolean("invitable");
    public static final Column<Long> RATE_LIMIT_PER_USER = Column.ofLong("rate_limit_per_user");
    public static final Column<Long> FLAGS = Column.ofLong("flags");
    public static final Column<Long> LAST_MESSAGE_ID = Column.ofLong("last_message_id");
    public static final Column<Long> LAST_PIN_AT = Column.ofLong("last_pin_at");
    public static final Column<Long> MESSAGE_COUNT = Column.ofLong("message_count");
    public static final Column<Long> TOTAL_MESSAGE_SENT = Column.ofLong("total_message_sent");
    public static final Column<List<Long>> APPLIED_TAGS = Column.ofLongList("applied_tags");
    public static final Column<ByteString> MEMBERS = Column.ofBlob("members");

    public static final Table TABLE = Table.named("active_threads")
            .partition(GUILD_ID)
            .ascending(THREAD_ID)
            .columns(cells())
            .required(PARENT_ID)
            .build();

    private Threads() {}

    /** All columns but those of the key. */
    static Column<?>[] cells() {
        return new Column<?>[] {
            PARENT_ID,
            TYPE,
            NAME,
            OWNER_ID,
            CREATED_AT,
            ARCHIVED,
            ARCHIVED_AT,
            AUTO_ARCHIVE_DURATION,
            LOCKED,
            INVITABLE,
            RATE_LIMIT_PER_USER,
            FLAGS,
            LAST_MESSAGE_ID,
            LAST_PIN_AT,
            MESSAGE_COUNT,
            TOTAL_MESSAGE_SENT,
            APPLIED_TAGS,
            MEMBERS
        };
    }
}
