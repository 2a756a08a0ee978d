package io.guildhall.guild.message;

import io.guildhall.guild.kernel.actor.StorageFacade;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.rpc.Bound;
import io.guildhall.model.rpc.ReadRequest;
import io.guildhall.model.rpc.Row;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.catalogue.MessageBuckets;
import io.guildhall.model.table.catalogue.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletionStage;
import java.util.stream.LongStream;

/**
 * Ten years of a channel, computed and not stored. Of its 365 buckets some two in five hold messages, after gaps of up to
 * a year; in a bucket, messages come at even intervals. Keeps which partitions of messages were read, and how often the
 * index was.
 */
final class SparseHistory implements StorageFacade {
    static final int BUCKETS = 365;

    private static final long FIRST_BUCKET = 40;
    private static final long BUCKET_MILLIS = Duration.ofDays(10).toMillis();

    private final long channelId;
    private final long inFullBucket;
    private final List<Long> scanned = new ArrayList<>();
    private int indexReads;

    /** @param inFullBucket how many messages the fullest buckets hold */
    SparseHistory(long channelId, long inFullBucket) {
        this.channelId = channelId;
        this.inFullBucket = inFullBucket;
    }

    /** Buckets that hold messages, oldest first. */
    List<Long> buckets() {
        return LongStream.range(FIRST_BUCKET, FIRST_BUCKET + BUCKETS)
                .filter(bucket -> count(bucket) > 0)
                .boxed()
                .toList();
    }

    long messages() {
        return buckets().stream().mapToLong(this::count).sum();
    }

    long count(long bucket) {
        long number = bucket - FIRST_BUCKET;
        boolean silentYear = number >= 300 && number < 337;
        if (number < 0 || number >= BUCKETS || silentYear || number * 7 % 11 > 4) {
            return 0;
        }
        return number % 5 == 0 ? 1 + number % 3 : inFullBucket;
    }

    /** The id of a bucket's message, from 0 for the oldest. */
    long id(long bucket, long number) {
        long start = Snowflake.EPOCH + bucket * BUCKET_MILLIS;
        return Snowflake.lowestAt(start + number * BUCKET_MILLIS / count(bucket)) | (number & 0xFFF);
    }

    /** The bucket of each read of messages since the last call. */
    synchronized List<Long> takeScanned() {
        List<Long> taken = List.copyOf(scanned);
        scanned.clear();
        return taken;
    }

    synchronized int takeIndexReads() {
        int taken = indexReads;
        indexReads = 0;
        return taken;
    }

    @Override
    public synchronized List<RowView> read(Table table, ReadRequest request) {
        if (request.getPartition(0).getLongValue() != channelId) {
            throw new AssertionError("another channel");
        }
        if (table == MessageBuckets.TABLE) {
            indexReads++;
            return within(buckets(), request).stream().map(this::indexRow).toList();
        }
        if (table != Messages.TABLE) {
            throw new AssertionError("another table");
        }
        long bucket = request.getPartition(1).getLongValue();
        scanned.add(bucket);
        return messages(bucket, request);
    }

    @Override
    public CompletionStage<?> write(WriteRequest batch) {
        throw new AssertionError("a reader wrote");
    }

    @Override
    public boolean writeConditional(WriteRequest batch) {
        throw new AssertionError("a reader wrote");
    }

    private List<RowView> messages(long bucket, ReadRequest request) {
        // Both tables are in descending order: what comes first in it is the upper bound.
        long end = request.hasFrom() ? countBelow(bucket, above(request.getFrom())) : count(bucket);
        long start = request.hasTo() ? countBelow(bucket, lowest(request.getTo())) : 0;
        long rows = Math.clamp(end - start, 0, request.getLimit());
        return LongStream.range(0, rows)
                .map(index -> request.getReverse() ? start + index : end - 1 - index)
                .mapToObj(number -> messageRow(bucket, number))
                .toList();
    }

    /** How many of the bucket's messages have a lower id; by halving. */
    private long countBelow(long bucket, long id) {
        long low = 0;
        long high = count(bucket);
        while (low < high) {
            long middle = (low + high) / 2;
            if (id(bucket, middle) < id) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private static List<Long> within(List<Long> ascending, ReadRequest request) {
        return (request.getReverse() ? ascending : ascending.reversed())
                .stream()
                        .filter(key -> !request.hasFrom() || key < above(request.getFrom()))
                        .filter(key -> !request.hasTo() || key >= lowest(request.getTo()))
                        .limit(request.getLimit())
                        .toList();
    }

    /** The lowest number above the bound. */
    private static long above(Bound from) {
        long key = from.getPrefix(0).getLongValue();
        return from.getInclusive() && key < Long.MAX_VALUE ? key + 1 : key;
    }

    private static long lowest(Bound to) {
        return to.getPrefix(0).getLongValue() + (to.getInclusive() ? 0 : 1);
    }

    private RowView indexRow(long bucket) {
        return new RowView(MessageBuckets.TABLE, rowOf(MessageBuckets.TABLE, channelId, bucket, id(bucket, 0)));
    }

    private RowView messageRow(long bucket, long number) {
        return new RowView(Messages.TABLE, rowOf(Messages.TABLE, channelId, bucket, id(bucket, number), 1L));
    }

    private static Row rowOf(Table table, long... values) {
        Row.Builder row = Row.newBuilder();
        for (long value : values) {
            row.addValues(Value.newBuilder().setLongValue(value));
        }
        for (int index = values.length; index < table.columns().size(); index++) {
            row.addValues(Value.getDefaultInstance());
        }
        return row.build();
    }
}
