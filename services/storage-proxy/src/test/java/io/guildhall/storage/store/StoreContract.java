package io.guildhall.storage.store;

import static io.guildhall.storage.store.Stores.batch;
import static io.guildhall.storage.store.Stores.rows;
import static io.guildhall.storage.store.Stores.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.WriteReply;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Channels;
import io.guildhall.model.table.catalogue.EventOutbox;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.MessageNonces;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Reactions;
import io.guildhall.model.table.catalogue.Usernames;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must do, whatever it keeps its rows in. */
public abstract class StoreContract {
    private static final long CHANNEL = 10;
    private static final long BUCKET = 3;

    private static final int LONG = 100_000;

    private Store store;

    /** An empty store. */
    protected abstract Store open();

    /** A lifetime in seconds that is soon over. */
    protected abstract int brief();

    /** Lets at least so many seconds go by on the clock by which cells expire. */
    protected abstract void pass(int seconds);

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void aWrittenRowIsReadBackWithItsKeyAndItsEmptyCells() {
        write(store, message(7).set(Messages.CONTENT, "hello").build());

        RowView row = rows(store, Messages.TABLE, Read.row(Messages.TABLE, CHANNEL, BUCKET, 7L))
                .getFirst();
        assertThat(row.get(Messages.CHANNEL_ID)).isEqualTo(CHANNEL);
        assertThat(row.get(Messages.MESSAGE_ID)).isEqualTo(7);
        assertThat(row.get(Messages.CONTENT)).isEqualTo("hello");
        assertThat(row.has(Messages.AUTHOR_ID)).isFalse();
        assertThat(row.row().getValuesCount())
                .isEqualTo(Messages.TABLE.columns().size());
    }

    @Test
    void everyTypeOfColumnKeepsItsValue() {
        write(
                store,
                message(7)
                        .set(Messages.CONTENT, "\u0000 äöü \uD83D\uDE00")
                        .set(Messages.TTS, true)
                        .set(Messages.MENTIONS, List.of(Long.MIN_VALUE, -1L, Long.MAX_VALUE))
                        .set(Messages.MENTION_ROLES, List.of())
                        .set(Messages.FLAGS, Long.MIN_VALUE)
                        .build());

        RowView row = messages().getFirst();
        assertThat(row.get(Messages.CONTENT)).isEqualTo("\u0000 äöü \uD83D\uDE00");
        assertThat(row.get(Messages.TTS)).isTrue();
        assertThat(row.get(Messages.MENTIONS)).containsExactly(Long.MIN_VALUE, -1L, Long.MAX_VALUE);
        assertThat(row.get(Messages.MENTION_ROLES)).isEmpty();
        assertThat(row.get(Messages.FLAGS)).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void anUpsertLeavesTheOtherCellsAsTheyAre() {
        write(
                store,
                message(7)
                        .set(Messages.CONTENT, "first")
                        .set(Messages.AUTHOR_ID, 5L)
                        .build());
        write(store, message(7).set(Messages.CONTENT, "second").build());

        RowView row = messages().getFirst();
        assertThat(row.get(Messages.CONTENT)).isEqualTo("second");
        assertThat(row.get(Messages.AUTHOR_ID)).isEqualTo(5);
    }

    @Test
    void anUpsertAfterADeleteLeavesARowWithOnlyItsOwnCells() {
        write(
                store,
                message(7)
                        .set(Messages.CONTENT, "first")
                        .set(Messages.AUTHOR_ID, 5L)
                        .build());
        write(store, Write.delete(Messages.TABLE, CHANNEL, BUCKET, 7L));
        write(store, message(7).set(Messages.CONTENT, "edited").build());

        assertThat(messages().getFirst().has(Messages.AUTHOR_ID)).isFalse();
    }

    @Test
    void settingACellToNullEmptiesItAndKeepsTheRow() {
        write(store, message(7).set(Messages.CONTENT, "first").build());
        write(store, message(7).set(Messages.CONTENT, null).build());

        assertThat(messages()).hasSize(1);
        assertThat(messages().getFirst().has(Messages.CONTENT)).isFalse();
    }

    @Test
    void aRowMayConsistOfItsKeyAlone() {
        write(store, message(7).build());

        assertThat(ids(messages())).containsExactly(7L);
    }

    @Test
    void aDescendingTableReadsTheLargestKeyFirst() {
        writeMessages(-1, 5, Long.MAX_VALUE, 0, Long.MIN_VALUE, 1L << 40);

        assertThat(ids(messages())).containsExactly(Long.MAX_VALUE, 1L << 40, 5L, 0L, -1L, Long.MIN_VALUE);
    }

    @Test
    void anAscendingTableReadsTheSmallestKeyFirst() {
        for (long user : new long[] {3, -2, 1}) {
            write(store, Write.to(Members.TABLE, 1L, 0L, user).build());
        }

        assertThat(rows(store, Members.TABLE, Read.from(Members.TABLE, 1L, 0L).build()))
                .extracting(row -> row.get(Members.USER_ID))
                .containsExactly(-2L, 1L, 3L);
    }

    @Test
    void boundsFollowTheTablesOrder() {
        writeMessages(1, 2, 3, 4, 5);

        assertThat(ids(read(from().after(4L)))).containsExactly(3L, 2L, 1L);
        assertThat(ids(read(from().startingAt(4L)))).containsExactly(4L, 3L, 2L, 1L);
        assertThat(ids(read(from().before(3L)))).containsExactly(5L, 4L);
        assertThat(ids(read(from().endingAt(3L)))).containsExactly(5L, 4L, 3L);
        assertThat(ids(read(from().after(5L).before(1L)))).containsExactly(4L, 3L, 2L);
        assertThat(ids(read(from().startingAt(2L).endingAt(4L)))).isEmpty();
    }

    @Test
    void aReversedReadBeginsAtTheFarEndOfTheSameBounds() {
        writeMessages(1, 2, 3, 4, 5);

        assertThat(ids(read(from().reversed()))).containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(ids(read(from().before(2L).reversed().limit(2)))).containsExactly(3L, 4L);
        assertThat(ids(read(from().after(4L).endingAt(2L).reversed()))).containsExactly(2L, 3L);
    }

    @Test
    void theLimitCutsTheRows() {
        writeMessages(1, 2, 3);

        assertThat(ids(read(from().limit(2)))).containsExactly(3L, 2L);
    }

    @Test
    void aBoundMayBeAPrefixOfTheClusteringKey() {
        react("a", 1);
        react("b", 1);
        react("b", 2);
        react("bb", 1);
        react("c", 1);

        assertThat(reactions(
                        Read.from(Reactions.TABLE, CHANNEL, 7L).startingAt("b").endingAt("b")))
                .containsExactly("b1", "b2");
        assertThat(reactions(Read.from(Reactions.TABLE, CHANNEL, 7L).after("b")))
                .containsExactly("bb1", "c1");
        assertThat(reactions(Read.from(Reactions.TABLE, CHANNEL, 7L).before("bb")))
                .containsExactly("a1", "b1", "b2");
    }

    @Test
    void partitionsAreApart() {
        write(store, message(7).build());
        write(store, Write.to(Messages.TABLE, CHANNEL, BUCKET + 1, 8L).build());
        write(store, Write.to(Messages.TABLE, CHANNEL - 1, BUCKET, 9L).build());

        assertThat(ids(messages())).containsExactly(7L);
    }

    @Test
    void textKeysThatBeginAlikeAreApart() {
        for (String name : List.of("a", "a\u0000", "a\u0000b", "ab")) {
            write(store, Write.to(Usernames.TABLE, name).build());
        }

        for (String name : List.of("a", "a\u0000", "a\u0000b", "ab")) {
            assertThat(rows(store, Usernames.TABLE, Read.row(Usernames.TABLE, name)))
                    .hasSize(1);
        }
    }

    @Test
    void deletingARangeLeavesTheRest() {
        react("a", 1);
        react("b", 1);
        react("b", 2);
        react("c", 1);

        write(store, Write.deletePrefix(Reactions.TABLE, new Object[] {CHANNEL, 7L}, "b"));
        assertThat(reactions(Read.from(Reactions.TABLE, CHANNEL, 7L))).containsExactly("a1", "c1");

        write(store, Write.deletePartition(Reactions.TABLE, CHANNEL, 7L));
        assertThat(reactions(Read.from(Reactions.TABLE, CHANNEL, 7L))).isEmpty();
    }

    @Test
    void deletingWhatIsNotThereChangesNothing() {
        writeMessages(1);

        write(store, Write.delete(Messages.TABLE, CHANNEL, BUCKET, 2L));
        write(store, Write.deletePartition(Messages.TABLE, CHANNEL, BUCKET + 1));

        assertThat(ids(messages())).containsExactly(1L);
    }

    @Test
    void ifAbsentWritesOnlyOnce() {
        assertThat(claim(1).getApplied()).isTrue();
        assertThat(claim(2).getApplied()).isFalse();

        assertThat(rows(store, Usernames.TABLE, Read.row(Usernames.TABLE, "anna"))
                        .getFirst()
                        .get(Usernames.USER_ID))
                .isEqualTo(1);
    }

    @Test
    void ofManyThatClaimTheSameRowOneSucceeds() {
        List<CompletableFuture<WriteReply>> claims = new ArrayList<>();
        for (long user = 0; user < 50; user++) {
            claims.add(store.write(batch(claimBy(user))));
        }

        assertThat(claims.stream().filter(claim -> claim.join().getApplied())).hasSize(1);
    }

    @Test
    void expiredCellsAreGone() {
        write(store, message(7).set(Messages.AUTHOR_ID, 5L).build());
        write(
                store,
                message(7).set(Messages.CONTENT, "brief").timeToLive(brief()).build());
        write(store, message(7).set(Messages.NONCE, "long").timeToLive(LONG).build());
        pass(brief());

        assertThat(messages().getFirst().has(Messages.CONTENT)).isFalse();
        assertThat(messages().getFirst().get(Messages.NONCE)).isEqualTo("long");
        assertThat(messages().getFirst().get(Messages.AUTHOR_ID)).isEqualTo(5);
    }

    @Test
    void aRowWhoseCellsHaveAllExpiredIsGoneAndMayBeClaimed() {
        write(store, nonce(1, brief()));
        pass(brief());

        assertThat(rows(store, MessageNonces.TABLE, Read.row(MessageNonces.TABLE, 1L, 2L, "n")))
                .isEmpty();
        assertThat(write(store, nonce(2, 0)).getApplied()).isTrue();
        assertThat(write(store, nonce(3, 0)).getApplied()).isFalse();
    }

    @Test
    void expiredRowsDoNotCountTowardsTheLimit() {
        write(store, message(9).timeToLive(brief()).build());
        writeMessages(1, 2, 3);
        pass(brief());

        assertThat(ids(read(from().limit(2)))).containsExactly(3L, 2L);
    }

    @Test
    void writingAgainStartsTheLifetimeAgain() {
        write(store, outbox(1).timeToLive(brief()).build());
        write(store, outbox(1).timeToLive(LONG).build());
        write(store, outbox(2).timeToLive(brief()).build());
        write(store, outbox(2).build());
        pass(brief());

        assertThat(rows(
                        store,
                        EventOutbox.TABLE,
                        Read.from(EventOutbox.TABLE, 0L, 1L).build()))
                .hasSize(2);
    }

    @Test
    void aBatchMayReachSeveralTablesAndPartitions() {
        write(
                store,
                message(7).build(),
                Write.to(Channels.TABLE, 1L, CHANNEL)
                        .set(Channels.LAST_MESSAGE_ID, 7L)
                        .build());

        assertThat(messages()).hasSize(1);
        assertThat(rows(store, Channels.TABLE, Read.row(Channels.TABLE, 1L, CHANNEL))
                        .getFirst()
                        .get(Channels.LAST_MESSAGE_ID))
                .isEqualTo(7);
    }

    @Test
    void theMutationsOfABatchApplyInTheirOrder() {
        write(
                store,
                message(7).set(Messages.CONTENT, "first").build(),
                Write.delete(Messages.TABLE, CHANNEL, BUCKET, 7L),
                message(7).set(Messages.AUTHOR_ID, 5L).build());

        assertThat(messages().getFirst().has(Messages.CONTENT)).isFalse();
        assertThat(messages().getFirst().get(Messages.AUTHOR_ID)).isEqualTo(5);
    }

    @Test
    void writesOfOneCallerApplyInTheirOrder() {
        List<CompletableFuture<WriteReply>> writes = new ArrayList<>();
        for (long flags = 0; flags <= 200; flags++) {
            writes.add(store.write(batch(message(7).set(Messages.FLAGS, flags).build())));
        }
        writes.forEach(CompletableFuture::join);

        assertThat(messages().getFirst().get(Messages.FLAGS)).isEqualTo(200);
    }

    private static Write message(long id) {
        return Write.to(Messages.TABLE, CHANNEL, BUCKET, id);
    }

    private static Mutation nonce(long message, int seconds) {
        return Write.to(MessageNonces.TABLE, 1L, 2L, "n")
                .set(MessageNonces.MESSAGE_ID, message)
                .timeToLive(seconds)
                .ifAbsent()
                .build();
    }

    private static Write outbox(long sequence) {
        return Write.to(EventOutbox.TABLE, 0L, 1L, 1L, sequence);
    }

    private static Mutation claimBy(long user) {
        return Write.to(Usernames.TABLE, "anna")
                .set(Usernames.USER_ID, user)
                .ifAbsent()
                .build();
    }

    private WriteReply claim(long user) {
        return write(store, claimBy(user));
    }

    private void writeMessages(long... ids) {
        for (long id : ids) {
            write(store, message(id).build());
        }
    }

    private void react(String emoji, long user) {
        write(store, Write.to(Reactions.TABLE, CHANNEL, 7L, emoji, 0L, user).build());
    }

    private List<String> reactions(Read read) {
        return rows(store, Reactions.TABLE, read.build()).stream()
                .map(row -> row.get(Reactions.EMOJI) + row.get(Reactions.USER_ID))
                .toList();
    }

    private static Read from() {
        return Read.from(Messages.TABLE, CHANNEL, BUCKET);
    }

    private List<RowView> messages() {
        return read(from());
    }

    private List<RowView> read(Read read) {
        Table table = Messages.TABLE;
        return rows(store, table, read.build());
    }

    private static List<Long> ids(List<RowView> messages) {
        return messages.stream().map(row -> row.get(Messages.MESSAGE_ID)).toList();
    }
}
