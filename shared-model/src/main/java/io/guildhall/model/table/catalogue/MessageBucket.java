package io.guildhall.model.table.catalogue;

import io.guildhall.model.id.Snowflake;
import java.time.Duration;

/** Ten days of snowflakes: the unit in which messages and audit log entries are partitioned. */
public final class MessageBucket {
    private static final long MILLIS = Duration.ofDays(10).toMillis();

    private MessageBucket() {}

    /** The bucket of a message id; rises by one every ten days from 0 in January 2015. */
    public static long of(long messageId) {
        return (Snowflake.timestamp(messageId) - Snowflake.EPOCH) / MILLIS;
    }

    /** The lowest id that is in the bucket. */
    public static long firstId(long bucket) {
        return Snowflake.lowestAt(Snowflake.EPOCH + bucket * MILLIS);
    }
}
