package io.guildhall.storage.store;

import static io.guildhall.storage.store.Stores.rows;
import static io.guildhall.storage.store.Stores.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Table;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.GuildInvites;
import io.guildhall.model.table.catalogue.Members;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.model.table.catalogue.Pins;
import io.guildhall.model.table.catalogue.Usernames;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every store must do with rows: keep them, order them, cut them, delete them. */
abstract class StoreRowsContract {
    static final long CHANNEL = 10;
    static final long BUCKET = 3;

    Store store;

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
        pin(1, 1);
        pin(2, 1);
        pin(2, 2);
        pin(3, 1);
        pin(4, 1);

        assertThat(pins(Read.from(Pins.TABLE, CHANNEL).startingAt(2L).endingAt(2L)))
                .containsExactly("2:2", "2:1");
        assertThat(pins(Read.from(Pins.TABLE, CHANNEL).after(2L))).containsExactly("1:1");
        assertThat(pins(Read.from(Pins.TABLE, CHANNEL).before(2L))).containsExactly("4:1", "3:1");
    }

    @Test
    void textIsInTheOrderOfItsBytes() {
        for (String code : List.of("b", "a", "bb", "", "ab", "\u00e4")) {
            write(store, Write.to(GuildInvites.TABLE, 7L, code).build());
        }

        assertThat(codes(Read.from(GuildInvites.TABLE, 7L))).containsExactly("", "a", "ab", "b", "bb", "\u00e4");
        assertThat(codes(Read.from(GuildInvites.TABLE, 7L).after("b"))).containsExactly("bb", "\u00e4");
        assertThat(codes(Read.from(GuildInvites.TABLE, 7L).before("bb").reversed()))
                .containsExactly("b", "ab", "a", "");
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
        pin(1, 1);
        pin(2, 1);
        pin(2, 2);
        pin(3, 1);

        write(store, Write.deletePrefix(Pins.TABLE, new Object[] {CHANNEL}, 2L));
        assertThat(pins(Read.from(Pins.TABLE, CHANNEL))).containsExactly("3:1", "1:1");

        pin(2, 1);
        pin(2, 2);
        write(store, Write.deleteThrough(Pins.TABLE, new Object[] {CHANNEL}, 2L, 2L));
        assertThat(pins(Read.from(Pins.TABLE, CHANNEL))).containsExactly("2:1", "1:1");

        write(store, Write.deletePartition(Pins.TABLE, CHANNEL));
        assertThat(pins(Read.from(Pins.TABLE, CHANNEL))).isEmpty();
    }

    @Test
    void deletingWhatIsNotThereChangesNothing() {
        writeMessages(1);

        write(store, Write.delete(Messages.TABLE, CHANNEL, BUCKET, 2L));
        write(store, Write.deletePartition(Messages.TABLE, CHANNEL, BUCKET + 1));

        assertThat(ids(messages())).containsExactly(1L);
    }

    static Write message(long id) {
        return Write.to(Messages.TABLE, CHANNEL, BUCKET, id);
    }

    void writeMessages(long... ids) {
        for (long id : ids) {
            write(store, message(id).build());
        }
    }

    private void pin(long at, long message) {
        write(store, Write.to(Pins.TABLE, CHANNEL, at, message).build());
    }

    private List<String> pins(Read read) {
        return rows(store, Pins.TABLE, read.build()).stream()
                .map(row -> row.get(Pins.PINNED_AT) + ":" + row.get(Pins.MESSAGE_ID))
                .toList();
    }

    private List<String> codes(Read read) {
        return rows(store, GuildInvites.TABLE, read.build()).stream()
                .map(row -> row.get(GuildInvites.CODE))
                .toList();
    }

    static Read from() {
        return Read.from(Messages.TABLE, CHANNEL, BUCKET);
    }

    List<RowView> messages() {
        return read(from());
    }

    List<RowView> read(Read read) {
        Table table = Messages.TABLE;
        return rows(store, table, read.build());
    }

    static List<Long> ids(List<RowView> messages) {
        return messages.stream().map(row -> row.get(Messages.MESSAGE_ID)).toList();
    }
}
