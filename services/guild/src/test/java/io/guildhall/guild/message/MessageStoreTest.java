package io.guildhall.guild.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.guild.fakes.InMemoryStorage;
import io.guildhall.model.id.Snowflake;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.MessageBucket;
import io.guildhall.model.table.catalogue.MessageBuckets;
import io.guildhall.model.table.catalogue.Messages;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MessageStoreTest {
    private static final long CHANNEL = 20;
    private static final long DAY = Duration.ofDays(1).toMillis();

    private final InMemoryStorage storage = new InMemoryStorage();
    private final MessageStore store = new MessageStore(storage, CHANNEL);

    /** Twelve messages, a week apart: nearly every one in another bucket. */
    private final List<Long> ids = new ArrayList<>();

    @BeforeEach
    void writeMessages() {
        for (int week = 0; week < 12; week++) {
            long id = Snowflake.lowestAt(Snowflake.EPOCH + 7 * week * DAY) + 100;
            ids.add(id);
            storage.write(List.of(
                    Write.to(Messages.TABLE, CHANNEL, MessageBucket.of(id), id)
                            .set(Messages.AUTHOR_ID, 1L)
                            .build(),
                    Write.to(MessageBuckets.TABLE, CHANNEL, MessageBucket.of(id))
                            .set(MessageBuckets.FIRST_MESSAGE_ID, id)
                            .build()));
        }
    }

    @Test
    void readsBackwardsOverBuckets() {
        assertThat(idsOf(store.before(Long.MAX_VALUE, 3))).containsExactly(ids.get(11), ids.get(10), ids.get(9));
        assertThat(idsOf(store.before(ids.get(5), 3))).containsExactly(ids.get(4), ids.get(3), ids.get(2));
        assertThat(store.before(ids.get(0), 3)).isEmpty();
        assertThat(store.before(-1, 100)).hasSize(12);
    }

    @Test
    void readsForwardsOverBucketsAndAnswersNewestFirst() {
        assertThat(idsOf(store.after(ids.get(5), 3))).containsExactly(ids.get(8), ids.get(7), ids.get(6));
        assertThat(idsOf(store.after(0, 2))).containsExactly(ids.get(1), ids.get(0));
        assertThat(store.after(ids.get(11), 3)).isEmpty();
    }

    @Test
    void readsAroundAMessageWithTheMessageItself() {
        assertThat(idsOf(store.around(ids.get(5), 5)))
                .containsExactly(ids.get(7), ids.get(6), ids.get(5), ids.get(4), ids.get(3));
    }

    @Test
    void readsAroundTheFirstIdsThereAre() {
        assertThat(idsOf(store.around(0, 4))).containsExactly(ids.get(1), ids.get(0));
        assertThat(idsOf(store.around(1, 4))).containsExactly(ids.get(1), ids.get(0));
        assertThat(idsOf(store.around(-1, 4))).containsExactly(ids.get(11), ids.get(10));
    }

    @Test
    void aBucketOfWhichEverythingIsDeletedIsReadOnceMoreAndThenNeverAgain() {
        for (int week = 2; week < 10; week++) {
            long id = ids.get(week);
            storage.write(List.of(Write.delete(Messages.TABLE, CHANNEL, MessageBucket.of(id), id)));
        }

        assertThat(idsOf(store.before(Long.MAX_VALUE, 3))).containsExactly(ids.get(11), ids.get(10), ids.get(1));
        assertThat(idsOf(store.after(ids.get(1), 2))).containsExactly(ids.get(11), ids.get(10));

        List<Long> left = storage.all(MessageBuckets.TABLE, CHANNEL).stream()
                .map(row -> row.get(MessageBuckets.BUCKET))
                .toList();
        assertThat(left).doesNotContain(MessageBucket.of(ids.get(5))).hasSize(3);
    }

    @Test
    void theNewestBucketStaysOnTheIndexThoughItIsEmpty() {
        long last = ids.get(11);
        storage.write(List.of(Write.delete(Messages.TABLE, CHANNEL, MessageBucket.of(last), last)));

        assertThat(idsOf(store.before(Long.MAX_VALUE, 1))).containsExactly(ids.get(10));
        assertThat(storage.row(MessageBuckets.TABLE, CHANNEL, MessageBucket.of(last)))
                .isPresent();
    }

    @Test
    void findsManyByTheirIdsWhateverLiesBetween() {
        for (long filler = 1; filler <= 600; filler++) {
            long id = ids.get(2) + filler;
            storage.write(List.of(Write.to(Messages.TABLE, CHANNEL, MessageBucket.of(id), id)
                    .set(Messages.AUTHOR_ID, 1L)
                    .build()));
        }
        long last = ids.get(2) + 600;
        assertThat(idsOf(store.findAll(List.of(ids.get(2), last, 5L, ids.get(7), last + 1))))
                .containsExactly(ids.get(2), last, ids.get(7));
    }

    private static List<Long> idsOf(List<RowView> rows) {
        return rows.stream().map(row -> row.get(Messages.MESSAGE_ID)).toList();
    }
}
