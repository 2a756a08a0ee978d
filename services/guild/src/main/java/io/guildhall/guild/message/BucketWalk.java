package io.guildhall.guild.message;

import io.guildhall.guild.kernel.actor.SideBySide;
import io.guildhall.model.table.RowView;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.LongFunction;

/**
 * Collects messages bucket by bucket until there are enough. The first bucket is read alone, for it mostly suffices; when it
 * does not, as many at once as should be needed by what came so far, but no more than were read before and
 * {@link #MOST_AT_ONCE} at most. So no page reads more than twice the buckets that it needs, and none that the index does
 * not name.
 *
 * @param index where the channel's buckets stand
 * @param next the page of the index that begins with a bucket, in the order of the walk
 * @param step from a bucket to the one after it in the order of the walk: 1 or -1
 * @param scan reads at most so many messages of a bucket, in the order of the walk
 */
record BucketWalk(
        BucketIndex index, LongFunction<List<Long>> next, int step, BiFunction<Long, Integer, List<RowView>> scan) {
    static final int MOST_AT_ONCE = 8;

    /** The first messages in the order of the walk. */
    List<RowView> collect(long firstBucket, int limit) {
        List<RowView> found = new ArrayList<>();
        int read = 0;
        List<Long> page = next.apply(firstBucket);
        while (!page.isEmpty()) {
            int position = 0;
            while (position < page.size() && found.size() < limit) {
                int wave = Math.min(wave(limit, found.size(), read), page.size() - position);
                take(page.subList(position, position + wave), firstBucket, page, limit, found);
                position += wave;
                read += wave;
            }
            boolean more = found.size() < limit && page.size() == BucketIndex.PAGE;
            page = more ? next.apply(page.getLast() + step) : List.of();
        }
        return found;
    }

    private void take(List<Long> buckets, long firstBucket, List<Long> page, int limit, List<RowView> found) {
        int missing = limit - found.size();
        long newest = Math.max(page.getFirst(), page.getLast());
        List<List<RowView>> messages = SideBySide.map(buckets, bucket -> scan.apply(bucket, missing));
        for (int index = 0; index < messages.size(); index++) {
            List<RowView> ofBucket = messages.get(index);
            found.addAll(ofBucket.subList(0, Math.min(ofBucket.size(), limit - found.size())));
            // The first bucket is read in part only: it may hold what was not asked for.
            if (ofBucket.isEmpty() && buckets.get(index) != firstBucket) {
                this.index.forgetEmpty(buckets.get(index), newest);
            }
        }
    }

    private static int wave(int limit, int found, int read) {
        if (read == 0) {
            return 1;
        }
        long needed = ((long) limit - found) * read / Math.max(1, found);
        return (int) Math.clamp(needed, 1, Math.min(read, MOST_AT_ONCE));
    }
}
