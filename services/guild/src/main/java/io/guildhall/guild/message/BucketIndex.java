package io.guildhall.guild.message;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.MessageBuckets;
import java.util.List;

/** The buckets of a channel in which there are messages: whoever looks here first reads no empty one. */
public record BucketIndex(StorageFacade storage, long channelId) {
    /** How many buckets one read of the index brings: nearly three years of them. */
    static final int PAGE = 100;

    /** Up to {@link #PAGE} buckets from this one on back in time, newest first. */
    List<Long> from(long bucket) {
        return buckets(read().startingAt(bucket).limit(PAGE));
    }

    /** Up to {@link #PAGE} buckets from this one on forward in time, oldest first. */
    List<Long> since(long bucket) {
        return buckets(read().endingAt(bucket).reversed().limit(PAGE));
    }

    /** The oldest buckets, oldest first; empty when there is none. */
    public List<Long> oldest() {
        return buckets(read().reversed().limit(PAGE));
    }

    /** Every bucket that may hold messages between these ids, newest first. */
    public List<Long> between(long oldestId, long newestId) {
        return buckets(read().startingAt(MessageBucket.of(newestId)).endingAt(MessageBucket.of(oldestId)));
    }

    /**
     * Takes a bucket that was found empty off the index, when the channel has gone on since.
     *
     * <p>Only the channel's actor writes messages, and this may run anywhere. It is safe all the same: a message's bucket
     * comes from the time at which its id is drawn, so no message ever comes into a bucket that lies a whole bucket, ten
     * days, before one in use.
     *
     * @param newest the newest bucket that is known to be in use
     */
    void forgetEmpty(long bucket, long newest) {
        if (bucket + 1 < newest) {
            storage.write(List.of(Write.delete(MessageBuckets.TABLE, channelId, bucket)));
        }
    }

    private Read read() {
        return Read.from(MessageBuckets.TABLE, channelId);
    }

    private List<Long> buckets(Read read) {
        List<RowView> rows = storage.read(MessageBuckets.TABLE, read.build());
        return rows.stream().map(row -> row.get(MessageBuckets.BUCKET)).toList();
    }
}
