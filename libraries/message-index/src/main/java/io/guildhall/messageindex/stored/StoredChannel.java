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
        StoredDocuments documents = new StoredDocuments(rows, home);
        for (long bucket : buckets(before)) {
            long end = before;
            List<RowView> page;
            do {
                page = rows.read(
                        Messages.TABLE,
                        Read.from(Messages.TABLE, channel, bucket)
                                .after(end)
                                .limit(PAGE)
                                .build());
                if (!page.isEmpty()) {
                    end = page.getLast().get(Messages.MESSAGE_ID);
                    pages.take(documents.of(page), end);
                }
            } while (page.size() == PAGE);
        }
    }

    /** How many there are. */
    public long count() {
        long count = 0;
        for (long bucket : buckets(Long.MAX_VALUE)) {
            count += rows.count(Messages.TABLE, channel, bucket);
        }
        return count;
    }

    private List<Long> buckets(long before) {
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
