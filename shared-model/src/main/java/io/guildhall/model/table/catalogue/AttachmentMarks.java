package io.guildhall.model.table.catalogue;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;

/**
 * Files that may have to go. api marks a file before it stores it, with a time, in ms since 1970 by its clock, at which somebody
 * must have said that a message carries it; the owner says so in the batch that writes the message, and says later, in the batch
 * that deletes the message, that the file is gone. The three are cells of their own, because they come from different clocks.
 * Attachment 0 stands for all files of a channel.
 */
public final class AttachmentMarks {
    /** Into how many partitions the channels are divided, and with them the work. */
    public static final int SHARDS = 16;

    /** The attachment id that stands for all of a channel's. */
    public static final long ALL = 0;

    public static final Column<Long> SHARD = Column.ofLong("shard");
    public static final Column<Long> CHANNEL_ID = Column.ofLong("channel_id");
    public static final Column<Long> ATTACHMENT_ID = Column.ofLong("attachment_id");
    public static final Column<Long> DUE_AT = Column.ofLong("due_at");
    public static final Column<Boolean> CARRIED = Column.ofBoolean("carried");
    public static final Column<Boolean> GONE = Column.ofBoolean("gone");

    public static final Table TABLE = Table.named("attachment_marks")
            .partition(SHARD)
            .ascending(CHANNEL_ID, ATTACHMENT_ID)
            .columns(DUE_AT, CARRIED, GONE)
            .build();

    private AttachmentMarks() {}

    /** Unless a message carries the file by then, it goes. */
    public static Mutation due(long channelId, long attachmentId, long dueAt) {
        return Write.to(TABLE, shard(channelId), channelId, attachmentId)
                .set(DUE_AT, dueAt)
                .build();
    }

    /** A message carries the file. */
    public static Mutation carried(long channelId, long attachmentId) {
        return Write.to(TABLE, shard(channelId), channelId, attachmentId)
                .set(CARRIED, true)
                .build();
    }

    /** A message carries the file that goes by itself at that time, in ms since 1970, and the file with it. */
    public static Mutation lent(long channelId, long attachmentId, long dueAt) {
        return Write.to(TABLE, shard(channelId), channelId, attachmentId)
                .set(DUE_AT, dueAt)
                .set(CARRIED, null)
                .build();
    }

    /** Nothing carries the file any more. */
    public static Mutation gone(long channelId, long attachmentId) {
        return Write.to(TABLE, shard(channelId), channelId, attachmentId)
                .set(GONE, true)
                .build();
    }

    /** There is nothing left to do. */
    public static Mutation settled(long channelId, long attachmentId) {
        return Write.delete(TABLE, shard(channelId), channelId, attachmentId);
    }

    /** 0 to {@link #SHARDS} - 1. */
    public static long shard(long channelId) {
        return Math.floorMod(Long.hashCode(channelId * 0x9E3779B97F4A7C15L), SHARDS);
    }
}
