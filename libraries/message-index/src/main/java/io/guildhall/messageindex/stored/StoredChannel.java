package io.guildhall.messageindex.stored;

import io.guildhall.messageindex.document.MessageDocument;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.MessageBuckets;
import io.guildhall.model.table.catalogue.Messages;
import java.util.List;

/** The messages of one channel or thread as they are stored now, the newest first. */
public record StoredChannel(StoredRows rows, long home, long channel) {
    private static final int PAGE = 200;

    /** Takes pages one after the other, on the thread of {@link #read}. */
    @FunctionalInterface
    public interface Pages {
        /** @param oldest id of the page, from which reading can go on */
        void take(List<MessageDocument> page, long oldest);
    }

    /** @param before only messages with a lower id */
    public void read(long before, Pages pages) {
        for (long bucket : buckets(before)) {
            long end = before;
            Stretch page;
            do {
                page = stretch(bucket, end);
                if (!page.documents().isEmpty()) {
                    end = page.documents().getLast().id();
                    pages.take(page.documents(), end);
                }
            } while (page.after() >= MessageBucket.firstId(bucket));
        }
    }

    /**
     * Messages that follow on each other, with none left out.
     *
     * @param after all with a higher id
     * @param before all with a lower id
     */
    public record Stretch(long after, long before, List<MessageDocument> documents) {}

    /** The newest of a bucket with an id below this one, so many as are read at once. */
    public Stretch stretch(long bucket, long before) {
        List<RowView> page = rows.read(
                Messages.TABLE,
                Read.from(Messages.TABLE, channel, bucket)
                        .after(before)
                        .limit(PAGE)
                        .build());
        long oldest = page.size() == PAGE ? page.getLast().get(Messages.MESSAGE_ID) : MessageBucket.firstId(bucket);
        return new Stretch(oldest - 1, before, new StoredDocuments(rows, home).of(page));
    }

    /** How many there are. */
    public long count() {
        long count = 0;
        for (long bucket : buckets(Long.MAX_VALUE)) {
            count += rows.count(Messages.TABLE, channel, bucket);
        }
        return count;
    }

    /** Those that hold messages, the newest first: that of this id and earlier ones. */
    public List<Long> buckets(long before) {
        return rows
                .read(
                        MessageBuckets.TABLE,
                        Read.from(MessageBuckets.TABLE, channel)
                                .startingAt(MessageBucket.of(before))
                                .build())
                .stream()
                .map(row -> row.get(MessageBuckets.BUCKET))
                .toList();
    }
}
