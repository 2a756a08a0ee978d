package io.guildhall.storage.scan;

import static io.guildhall.storage.store.Stores.rows;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.Mutation;
import io.guildhall.model.rpc.Value;
import io.guildhall.model.rpc.WriteRequest;
import io.guildhall.model.table.Column;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.storage.store.Store;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What every importer must do. The store is empty at the start of each test. */
public abstract class ImporterContract {
    /** Microseconds, well before any test ran. */
    private static final long OLD = 1_600_000_000_000_000L;

    private Store store;

    /** An empty store that keeps times of writing. */
    protected abstract Store open();

    /** The importer of the store that was opened. */
    protected abstract Importer importer();

    /** ms since 1970 on the clock by which the store lets cells expire. */
    protected abstract long now();

    @BeforeEach
    void openStore() {
        store = open();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void importedRowsAreReadBackAndImportingThemAgainChangesNothing() {
        List<ScannedRow> rows = new ArrayList<>();
        for (long id = 0; id < 500; id++) {
            rows.add(row(id, cell(Messages.AUTHOR_ID, 5L, 0, 0), cell(Messages.CONTENT, "message " + id, OLD + id, 0)));
        }
        put(rows);
        List<RowView> first = messages();
        put(rows);

        assertThat(first).hasSize(500);
        assertThat(first.getFirst().get(Messages.CONTENT)).isEqualTo("message 499");
        assertThat(first.getFirst().get(Messages.AUTHOR_ID)).isEqualTo(5);
        assertThat(messages()).isEqualTo(first);
    }

    @Test
    void rowsWithoutCellsAreThere() {
        put(List.of(row(7)));

        assertThat(messages()).hasSize(1);
    }

    @Test
    void anImportNeverReplacesALaterWrite() {
        write(OLD + 10, message(7).set(Messages.CONTENT, "later").build());
        put(List.of(row(7, cell(Messages.CONTENT, "earlier", OLD + 9, 0), cell(Messages.FLAGS, 1L, OLD + 11, 0))));

        assertThat(messages().getFirst().get(Messages.CONTENT)).isEqualTo("later");
        assertThat(messages().getFirst().get(Messages.FLAGS)).isEqualTo(1);
    }

    @Test
    void anImportNeverBringsBackWhatWasDeletedLater() {
        write(OLD + 10, Write.delete(Messages.TABLE, 1L, 2L, 7L));
        put(List.of(row(7, cell(Messages.CONTENT, "earlier", OLD + 9, 0))));

        assertThat(messages()).isEmpty();
    }

    @Test
    void aCellWithoutATimeOfItsOwnHasTheDefaultTime() {
        write(OLD + 10, message(7).set(Messages.CONTENT, "present").build());
        importer()
                .put(Messages.TABLE, List.of(row(7, cell(Messages.CONTENT, "before", 0, 0))), OLD + 9)
                .join();
        assertThat(messages().getFirst().get(Messages.CONTENT)).isEqualTo("present");

        importer()
                .put(Messages.TABLE, List.of(row(7, cell(Messages.CONTENT, "after", 0, 0))), OLD + 11)
                .join();
        assertThat(messages().getFirst().get(Messages.CONTENT)).isEqualTo("after");
    }

    @Test
    void whatHasExpiredIsLeftOutAndWhatWillExpireComes() {
        put(List.of(
                row(7, cell(Messages.CONTENT, "gone", OLD, now() - 1)),
                row(
                        8,
                        cell(Messages.CONTENT, "gone", OLD, now() - 1),
                        cell(Messages.FLAGS, 1L, OLD, now() + 3_600_000))));

        assertThat(messages()).extracting(row -> row.get(Messages.MESSAGE_ID)).containsExactly(8L);
        assertThat(messages().getFirst().has(Messages.CONTENT)).isFalse();
        assertThat(messages().getFirst().get(Messages.FLAGS)).isEqualTo(1);
    }

    private void put(List<ScannedRow> rows) {
        importer().put(Messages.TABLE, rows, OLD).join();
    }

    private void write(long timestamp, Mutation mutation) {
        store.write(WriteRequest.newBuilder()
                        .addMutations(mutation)
                        .setTimestamp(timestamp)
                        .build())
                .join();
    }

    private static Write message(long id) {
        return Write.to(Messages.TABLE, 1L, 2L, id);
    }

    private static ScannedRow row(long id, ScannedCell... cells) {
        return new ScannedRow(List.of(number(1), number(2), number(id)), List.of(cells));
    }

    private static <T> ScannedCell cell(Column<T> column, T value, long writtenAt, long expiresAt) {
        return new ScannedCell(Messages.TABLE.indexOf(column), column.toValue(value), writtenAt, expiresAt);
    }

    private static Value number(long value) {
        return Value.newBuilder().setLongValue(value).build();
    }

    private List<RowView> messages() {
        return rows(store, Messages.TABLE, Read.from(Messages.TABLE, 1L, 2L).build());
    }
}
