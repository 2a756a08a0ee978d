package io.guildhall.storage.store;

import static io.guildhall.storage.store.Stores.rows;
import static io.guildhall.storage.store.Stores.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.EventOutbox;
import io.guildhall.model.table.catalogue.MessageNonces;
import io.guildhall.model.table.catalogue.Messages;
import io.guildhall.testing.ManualClock;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a store must do to the moment, where its clock can be moved. */
public abstract class ClockedStoreContract extends StoreContract {
    protected final ManualClock clock = new ManualClock();

    @Override
    protected int brief() {
        return 10;
    }

    @Override
    protected void pass(int seconds) {
        clock.advance(Duration.ofSeconds(seconds));
    }

    @Test
    void cellsLiveUntilTheirTimeIsUp() {
        try (Store store = openAnother()) {
            write(
                    store,
                    Write.to(Messages.TABLE, 1L, 2L, 3L)
                            .set(Messages.CONTENT, "brief")
                            .timeToLive(10)
                            .build());
            pass(9);
            assertThat(messages(store).getFirst().get(Messages.CONTENT)).isEqualTo("brief");
            pass(1);
            assertThat(messages(store)).isEmpty();
        }
    }

    @Test
    void theTablesOwnLifetimeHoldsWhereNoneIsGiven() {
        try (Store store = openAnother()) {
            write(store, Write.to(MessageNonces.TABLE, 1L, 2L, "n").build());
            clock.advance(MessageNonces.TABLE.timeToLive().orElseThrow());

            assertThat(rows(store, MessageNonces.TABLE, Read.row(MessageNonces.TABLE, 1L, 2L, "n")))
                    .isEmpty();
        }
    }

    @Test
    void eachWriteStartsTheTablesLifetimeAgain() {
        try (Store store = openAnother()) {
            write(store, Write.to(EventOutbox.TABLE, 0L, 1L, 1L, 1L).build());
            pass(100);
            write(store, Write.to(EventOutbox.TABLE, 0L, 1L, 1L, 1L).build());
            pass(100);

            assertThat(rows(
                            store,
                            EventOutbox.TABLE,
                            Read.from(EventOutbox.TABLE, 0L, 1L).build()))
                    .hasSize(1);
        }
    }

    /** A store beside the one that the contract opened. */
    protected Store openAnother() {
        return open();
    }

    private static List<RowView> messages(Store store) {
        return rows(store, Messages.TABLE, Read.from(Messages.TABLE, 1L, 2L).build());
    }
}
