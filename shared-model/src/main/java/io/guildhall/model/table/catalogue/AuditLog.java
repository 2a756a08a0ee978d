package io.guildhall.model.table.catalogue;

import com.google.protobuf.ByteString;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import java.time.Duration;

/**
 * A guild's audit log, newest first, in ten-day buckets like messages. A bucket is written in slices of at most
 * {@link #SLICE_ENTRIES} entries, one after the other, so that every entry of a slice is newer than those of the slice
 * before; {@link AuditSlices} lists them. changes and options are JSON.
 */
public final class AuditLog {
    /** Where a slice is full and the next one begins: a million entries of ten days lie in twenty slices. */
    public static final int SLICE_ENTRIES = 50_000;

    /** How long entries are kept. */
    public static final Duration KEPT = Duration.ofDays(45);

    public static final Column<Long> GUILD_ID = Column.ofLong("guild_id");
    public static final Column<Long> BUCKET = Column.ofLong("bucket");
    public static final Column<Long> SLICE = Column.ofLong("slice");
    public static final Column<Long> ENTRY_ID = Column.ofLong("entry_id");
    public static final Column<Long> USER_ID = Column.ofLong("user_id");
    public static final Column<Long> TARGET_ID = Column.ofLong("target_id");
    public static final Column<Long> ACTION_TYPE = Column.ofLong("action_type");
    public static final Column<ByteString> CHANGES = Column.ofJson("changes");
    public static final Column<ByteString> OPTIONS = Column.ofJson("options");
    public static final Column<String> REASON = Column.ofText("reason");

    /** Not "audit_log": that table of earlier versions had no slices, and a data directory keeps a table's key for ever. */
    public static final Table TABLE = Table.named("audit_entries")
            .partition(GUILD_ID, BUCKET, SLICE)
            .descending(ENTRY_ID)
            .columns(USER_ID, TARGET_ID, ACTION_TYPE, CHANGES, OPTIONS, REASON)
            .timeToLive(KEPT)
            .access(Table.Access.TIME_SERIES)
            .build();

    private AuditLog() {}
}
