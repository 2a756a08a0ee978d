package io.guildhall.storage.embedded;

import static io.guildhall.storage.store.Stores.batch;
import static io.guildhall.storage.store.Stores.rows;
import static io.guildhall.storage.store.Stores.write;
import static org.assertj.core.api.Assertions.assertThat;

import io.guildhall.model.rpc.Value;
import io.guildhall.model.table.Read;
import io.guildhall.model.table.RowView;
import io.guildhall.model.table.Write;
import io.guildhall.model.table.catalogue.Messages;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EmbeddedRemnantsTest {
    private static final List<Value> KEY = List.of(number(10), number(3), number(7));

    @TempDir
    private Path directory;

    @Test
    void aRemnantIsRemovedAndStaysSoThroughACrash() {
        try (EmbeddedStore store = open()) {
            write(store, message().set(Messages.CONTENT, "edited").build());

            assertThat(remove(store)).isTrue();
            assertThat(read(store)).isEmpty();
            assertThat(remove(store)).isFalse();
        }
        try (EmbeddedStore again = open()) {
            assertThat(read(again)).isEmpty();
        }
    }

    @Test
    void aWholeRowIsNot() {
        try (EmbeddedStore store = open()) {
            write(store, message().set(Messages.AUTHOR_ID, 1L).build());

            assertThat(remove(store)).isFalse();
            assertThat(read(store)).hasSize(1);
        }
    }

    @Test
    void aRowThatIsWrittenWholeMeanwhileIsNeverLost() {
        try (EmbeddedStore store = open()) {
            for (int round = 0; round < 500; round++) {
                write(store, message().set(Messages.CONTENT, "edited").build());
                CompletableFuture<Boolean> before = store.remove(Messages.TABLE, KEY);
                CompletableFuture<?> rewrite =
                        store.write(batch(message().set(Messages.AUTHOR_ID, 1L).build()));
                CompletableFuture<Boolean> after = store.remove(Messages.TABLE, KEY);
                CompletableFuture.allOf(before, rewrite, after).join();

                assertThat(before.join()).isTrue();
                assertThat(after.join()).isFalse();
                assertThat(read(store).getFirst().get(Messages.AUTHOR_ID)).isEqualTo(1);
                write(store, Write.delete(Messages.TABLE, 10L, 3L, 7L));
            }
        }
    }

    private static boolean remove(EmbeddedStore store) {
        return store.remove(Messages.TABLE, KEY).join();
    }

    private static List<RowView> read(EmbeddedStore store) {
        return rows(store, Messages.TABLE, Read.row(Messages.TABLE, 10L, 3L, 7L));
    }

    private static Write message() {
        return Write.to(Messages.TABLE, 10L, 3L, 7L);
    }

    private static Value number(long value) {
        return Value.newBuilder().setLongValue(value).build();
    }

    private EmbeddedStore open() {
        EmbeddedStoreOptions options =
                new EmbeddedStoreOptions(Optional.of(directory), false, 64, 1 << 20, 1 << 20, 1, 1);
        return EmbeddedStore.open(options, Clock.systemUTC(), batches -> {});
    }
}
